using System.Buffers.Binary;

namespace Rushes.Providers.Ffmpeg.Mp4;

/// <summary>The video of an mp4 file as its tables tell it: every coded frame with its place and times.</summary>
internal sealed class VideoTrack
{
    private VideoTrack(string path, ReadOnlySpan<byte> track)
    {
        Path = path;
        var box = new Mp4Box("trak", track, 0);
        var header = box.Find("mdia", "mdhd");
        Timescale = BinaryPrimitives.ReadInt32BigEndian(header[(header[0] == 1 ? 20 : 12)..]);
        var table = new Mp4Box("stbl", box.Find("mdia", "minf", "stbl"), 0);
        Description = table.Find("stsd").ToArray();
        var entry = Entry(Description);
        if (entry.IsEmpty)
            return;
        Width = BinaryPrimitives.ReadUInt16BigEndian(entry[24..]);
        Height = BinaryPrimitives.ReadUInt16BigEndian(entry[26..]);
        Configuration = new Mp4Box("avc1", entry[78..], 0).Find("avcC").ToArray();
        Samples = SampleTable.Read(table);
        Start = EditStart(box);
    }

    public string Path { get; }
    public int Timescale { get; }
    public int Width { get; }
    public int Height { get; }

    /// <summary>The sample description with its header left out.</summary>
    public byte[] Description { get; }

    /// <summary>The H.264 parameter sets; empty when the video is coded otherwise.</summary>
    public byte[] Configuration { get; } = [];

    /// <summary>In the order of decoding.</summary>
    public IReadOnlyList<Sample> Samples { get; } = [];

    /// <summary>The moment of the track that is shown first, in its ticks.</summary>
    public long Start { get; }

    public int Frames => Samples.Count;

    /// <summary>Every frame lasts this many ticks, in decoding and on screen; null when they differ.</summary>
    public int? EvenTicks
    {
        get
        {
            if (Samples.Count < 2)
                return null;
            var shown = Samples.Select(sample => sample.Show).Order().ToArray();
            var ticks = shown[1] - shown[0];
            for (var index = 1; index < shown.Length; index++)
            {
                if (shown[index] - shown[index - 1] != ticks || Samples[index].Decode - Samples[index - 1].Decode != ticks)
                    return null;
            }

            return shown[0] == Start ? (int)ticks : null;
        }
    }

    /// <summary>The frames, in the order of showing, that can be decoded without those before.</summary>
    public IReadOnlyList<int> Keys
    {
        get
        {
            var ranks = Ranks();
            return [.. Samples.Select((sample, index) => (sample.Key, Rank: ranks[index])).Where(sample => sample.Key).Select(sample => sample.Rank)];
        }
    }

    /// <summary>For every sample, in the order of decoding, its place in the order of showing.</summary>
    public int[] Ranks()
    {
        var order = Enumerable.Range(0, Samples.Count).OrderBy(index => Samples[index].Show).ToArray();
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank;
        return ranks;
    }

    /// <returns>Null when the file is no mp4, has no video, or its tables make no sense.</returns>
    public static VideoTrack? Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var moov = BoxWalk.Boxes(file).FirstOrDefault(box => box.Type == "moov");
            if (moov.Type is null || moov.End > file.Length)
                return null;
            var bytes = new byte[moov.End - moov.Start - moov.Header];
            file.Position = moov.Start + moov.Header;
            file.ReadExactly(bytes);
            foreach (var box in Mp4Box.Of(bytes))
            {
                if (box.Type != "trak" || !IsVideo(box))
                    continue;
                var track = new VideoTrack(path, box.Body);
                return track.Samples.All(sample => sample.Length >= 0 && sample.Offset >= 0 && sample.Offset + sample.Length <= file.Length) ? track : null;
            }

            return null;
        }
        catch (Exception broken) when (broken is InvalidDataException or ArgumentOutOfRangeException or IndexOutOfRangeException or EndOfStreamException or OverflowException)
        {
            return null;
        }
    }

    private static bool IsVideo(Mp4Box track) => track.Find("mdia", "hdlr") is { Length: >= 12 } handler && handler[8..12].SequenceEqual("vide"u8);

    /// <summary>The body of the only <c>avc1</c> entry.</summary>
    private static ReadOnlySpan<byte> Entry(ReadOnlySpan<byte> description)
    {
        if (description.Length < 8 || BinaryPrimitives.ReadInt32BigEndian(description[4..]) != 1)
            return default;
        foreach (var entry in Mp4Box.Of(description[8..]))
        {
            if (entry.Type == "avc1")
                return entry.Body;
        }

        return default;
    }

    private static long EditStart(Mp4Box track)
    {
        var edits = track.Find("edts", "elst");
        if (edits.Length < 20 || BinaryPrimitives.ReadInt32BigEndian(edits[4..]) != 1)
            return 0;
        return edits[0] == 1 ? BinaryPrimitives.ReadInt64BigEndian(edits[16..]) : BinaryPrimitives.ReadInt32BigEndian(edits[12..]);
    }
}
