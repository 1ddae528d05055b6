using System.Globalization;
using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary>What ffprobe says of a video file.</summary>
/// <param name="Frames">Pictures that were really decoded.</param>
/// <param name="Subtitles">Whether there is a track of subtitles.</param>
internal sealed record VideoFacts(int Width, int Height, int Frames, double Seconds, double? AudioSeconds, bool Subtitles)
{
    public static VideoFacts Of(JsonElement probe)
    {
        var streams = probe.GetProperty("streams").EnumerateArray().ToList();
        var video = Assert.Single(streams, stream => Kind(stream) == "video");
        var sound = streams.Where(stream => Kind(stream) == "audio").Select(SecondsOf).ToList();
        return new(
            video.GetProperty("width").GetInt32(),
            video.GetProperty("height").GetInt32(),
            int.Parse(video.GetProperty("nb_read_frames").GetString()!, CultureInfo.InvariantCulture),
            SecondsOf(video),
            sound.Count == 0 ? null : Assert.Single(sound),
            streams.Exists(stream => Kind(stream) == "subtitle"));
    }

    private static string? Kind(JsonElement stream) => stream.GetProperty("codec_type").GetString();

    private static double SecondsOf(JsonElement stream) => double.Parse(stream.GetProperty("duration").GetString()!, CultureInfo.InvariantCulture);
}
