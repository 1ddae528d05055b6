using System.Buffers.Binary;
using Rushes.Film.Cuts;

namespace Rushes.Providers.Ffmpeg.Mp4;

/// <summary>Writes what stands before the coded frames of a spliced film: <c>ftyp</c>, <c>moov</c> and the header of <c>mdat</c>.</summary>
internal static class SpliceIndex
{
    private const int DataHeader = 16;

    public static byte[] Write(FilmForm form, VideoTrack model, Reel reel)
    {
        // The offsets in the index depend on its length, which does not depend on them: write it twice.
        var length = Draft(form, model, reel, 0).Length;
        var draft = Draft(form, model, reel, length + DataHeader);
        var whole = new byte[length + DataHeader];
        draft.Written.CopyTo(whole);
        BinaryPrimitives.WriteInt32BigEndian(whole.AsSpan(length), 1);
        "mdat"u8.CopyTo(whole.AsSpan(length + 4));
        BinaryPrimitives.WriteInt64BigEndian(whole.AsSpan(length + 8), DataHeader + reel.Bytes);
        return whole;
    }

    private static BoxWriter Draft(FilmForm form, VideoTrack model, Reel reel, long data)
    {
        var duration = reel.Lengths.Count * FilmForm.FrameTicks;
        return new BoxWriter()
            .Box("ftyp", box => box.Bytes("isom"u8).Int(512).Bytes("isomiso2avc1mp41"u8))
            .Box("moov", moov => moov
                .FullBox("mvhd", 0, box => Matrix(box.Zeros(8).Int(form.Timescale).Int(duration).Int(0x10000).Short(0x100).Zeros(10)).Zeros(24).Int(2))
                .Box("trak", trak => trak
                    .FullBox("tkhd", 3, box => Matrix(box.Zeros(8).Int(1).Zeros(4).Int(duration).Zeros(16)).Int(form.Size.Width << 16).Int(form.Size.Height << 16))
                    .Box("edts", edts => edts.FullBox("elst", 0, box => box.Int(1).Int(duration).Int(reel.Delay * FilmForm.FrameTicks).Int(0x10000)))
                    .Box("mdia", mdia => mdia
                        .FullBox("mdhd", 0, box => box.Zeros(8).Int(form.Timescale).Int(duration).Short(0x55C4).Short(0))
                        .FullBox("hdlr", 0, box => box.Zeros(4).Bytes("vide"u8).Zeros(12).Bytes("VideoHandler\0"u8))
                        .Box("minf", minf => minf
                            .FullBox("vmhd", 1, box => box.Zeros(8))
                            .Box("dinf", dinf => dinf.FullBox("dref", 0, box => box.Int(1).FullBox("url ", 1, _ => { })))
                            .Box("stbl", stbl => Table(stbl, form, model, reel, data))))));
    }

    private static BoxWriter Matrix(BoxWriter box) => box.Int(0x10000).Zeros(12).Int(0x10000).Zeros(12).Int(0x40000000);

    private static void Table(BoxWriter stbl, FilmForm form, VideoTrack model, Reel reel, long data)
    {
        var (count, chunk) = (reel.Lengths.Count, form.Rate.PerSecond);
        stbl.Box("stsd", box => box.Bytes(model.Description))
            .FullBox("stts", 0, box => box.Int(1).Int(count).Int(FilmForm.FrameTicks))
            .FullBox("stss", 0, box => box.Int(reel.Keys.Count).Ints(reel.Keys.Select(key => key + 1)))
            .FullBox("ctts", 0, box => Delays(box, reel.Delays))
            .FullBox("stsc", 0, box => Chunks(box, count, chunk))
            .FullBox("stsz", 0, box => box.Int(0).Int(count).Ints(reel.Lengths))
            .FullBox("co64", 0, box => Offsets(box, reel.Lengths, chunk, data));
    }

    private static void Delays(BoxWriter box, IReadOnlyList<int> delays)
    {
        var runs = new List<(int Count, int Delay)>();
        foreach (var delay in delays)
        {
            if (runs.Count > 0 && runs[^1].Delay == delay)
                runs[^1] = (runs[^1].Count + 1, delay);
            else
                runs.Add((1, delay));
        }

        box.Int(runs.Count);
        foreach (var (count, delay) in runs)
            box.Int(count).Int(delay * FilmForm.FrameTicks);
    }

    /// <summary>A second a chunk; the last one may be shorter.</summary>
    private static void Chunks(BoxWriter box, int count, int chunk)
    {
        var (full, rest) = (count / chunk, count % chunk);
        box.Int((full > 0 ? 1 : 0) + (rest > 0 ? 1 : 0));
        if (full > 0)
            box.Int(1).Int(chunk).Int(1);
        if (rest > 0)
            box.Int(full + 1).Int(rest).Int(1);
    }

    private static void Offsets(BoxWriter box, IReadOnlyList<int> lengths, int chunk, long data)
    {
        box.Int((lengths.Count + chunk - 1) / chunk);
        for (var sample = 0; sample < lengths.Count; sample++)
        {
            if (sample % chunk == 0)
                box.Long(data);
            data += lengths[sample];
        }
    }
}
