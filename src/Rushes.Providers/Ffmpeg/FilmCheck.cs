using Rushes.Engine.Cutting;
using Rushes.Film.Cuts;
using Rushes.Providers.Ffmpeg.Mp4;

namespace Rushes.Providers.Ffmpeg;

/// <summary>
/// Whether a printed film is as it should be: whole, the index first, exactly the planned frames at exactly even times, and sound as long as the picture. The
/// coded frames themselves were decoded when their clips arrived.
/// </summary>
internal static class FilmCheck
{
    /// <returns>What is wrong, for the log; null when nothing is.</returns>
    public static async Task<string?> FaultAsync(string file, PrintOrder order, MediaPrograms programs, CancellationToken cancellation)
    {
        if (BoxWalk.Check(file) is { } fault)
            return fault.Words;
        if (VideoTrack.Read(file) is not { } picture)
            return "no video track";
        if (picture.Frames != order.Frames)
            return $"{picture.Frames} frames instead of {order.Frames}";
        if (picture.Timescale != order.Form.Timescale || (picture.Frames > 1 && picture.EvenTicks != FilmForm.FrameTicks))
            return "uneven times";
        using (var bytes = File.OpenRead(file))
        {
            var boxes = BoxWalk.Boxes(bytes).Select(box => box.Type).ToList();
            if (boxes.IndexOf("moov") > boxes.IndexOf("mdat"))
                return "index behind the data";
        }

        var said = await programs.FfprobeAsync(["-select_streams", "a:0", "-show_entries", "stream=start_time,duration", "-of", "csv=p=0", "-i", file], cancellation);
        var parts = said.Output.Trim().Split(',');
        if (!said.Succeeded || parts.Length < 2 || !Seconds(parts[0], out var start) || !Seconds(parts[1], out var length))
            return "no sound track";
        var frame = order.Form.Rate.Seconds(1);
        return Math.Abs(start) > frame || Math.Abs(length - order.Form.Rate.Seconds(order.Frames)) > frame
            ? FormattableString.Invariant($"sound from {start} lasts {length} s")
            : null;
    }

    private static bool Seconds(string text, out double seconds) =>
        double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out seconds);
}
