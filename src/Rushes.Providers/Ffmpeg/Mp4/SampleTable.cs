using System.Buffers.Binary;

namespace Rushes.Providers.Ffmpeg.Mp4;

/// <summary>Unfolds the tables of a track (ISO/IEC 14496-12, 8.6 and 8.7) into one entry a sample.</summary>
internal static class SampleTable
{
    public static IReadOnlyList<Sample> Read(Mp4Box table)
    {
        var lengths = Lengths(table.Find("stsz"));
        var offsets = Offsets(table, lengths);
        var keys = Keys(table.Find("stss"));
        var decode = Runs(table.Find("stts"), lengths.Length);
        var show = Runs(table.Find("ctts"), lengths.Length);
        var samples = new Sample[lengths.Length];
        long at = 0;
        for (var index = 0; index < samples.Length; index++)
        {
            samples[index] = new Sample(offsets[index], lengths[index], at, at + show[index], keys is null || keys.Contains(index + 1));
            at += decode[index];
        }

        return samples;
    }

    private static int[] Lengths(ReadOnlySpan<byte> box)
    {
        var (fixedLength, count) = (Int(box, 4), Int(box, 8));
        var lengths = new int[Checked(count, fixedLength == 0 ? (box.Length - 12) / 4 : int.MaxValue)];
        for (var index = 0; index < count; index++)
            lengths[index] = fixedLength == 0 ? Int(box, 12 + 4 * index) : fixedLength;
        return lengths;
    }

    private static long[] Offsets(Mp4Box table, int[] lengths)
    {
        var narrow = table.Find("stco");
        var wide = table.Find("co64");
        var runs = table.Find("stsc");
        var chunks = Int(narrow.IsEmpty ? wide : narrow, 4);
        var offsets = new long[lengths.Length];
        var sample = 0;
        for (int chunk = 0, run = 0; chunk < chunks && sample < lengths.Length; chunk++)
        {
            while (run + 1 < Int(runs, 4) && Int(runs, 8 + 12 * (run + 1)) <= chunk + 1)
                run++;
            var at = narrow.IsEmpty ? BinaryPrimitives.ReadInt64BigEndian(wide[(8 + 8 * chunk)..]) : (uint)Int(narrow, 8 + 4 * chunk);
            for (var left = Int(runs, 12 + 12 * run); left > 0 && sample < lengths.Length; left--)
            {
                offsets[sample] = at;
                at += lengths[sample++];
            }
        }

        return sample == lengths.Length ? offsets : throw new InvalidDataException("chunks");
    }

    private static HashSet<int>? Keys(ReadOnlySpan<byte> box)
    {
        if (box.IsEmpty)
            return null;
        var keys = new HashSet<int>();
        for (var index = 0; index < Int(box, 4); index++)
            keys.Add(Int(box, 8 + 4 * index));
        return keys;
    }

    /// <summary>Values that are stored as runs of a count and a value.</summary>
    private static int[] Runs(ReadOnlySpan<byte> box, int samples)
    {
        var values = new int[samples];
        if (box.IsEmpty)
            return values;
        var at = 0;
        for (var run = 0; run < Int(box, 4); run++)
        {
            var count = Math.Min(Int(box, 8 + 8 * run), samples - at);
            values.AsSpan(at, count).Fill(Int(box, 12 + 8 * run));
            at += count;
        }

        return values;
    }

    private static int Int(ReadOnlySpan<byte> box, int at) => BinaryPrimitives.ReadInt32BigEndian(box[at..]);

    private static int Checked(int count, int most) => count >= 0 && count <= most ? count : throw new InvalidDataException("count");
}
