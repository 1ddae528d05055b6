using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Rushes.Integration.Fakes;

/// <summary>What ffprobe says of a clip that a fake has delivered.</summary>
internal sealed record Clip(string Video, int Width, int Height, string PixelFormat, double Seconds, bool Sound)
{
    public static async Task<Clip> ProbeAsync(byte[] bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.mp4");
        await File.WriteAllBytesAsync(path, bytes);
        try
        {
            var start = new ProcessStartInfo("ffprobe") { RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var argument in (string[])["-v", "error", "-show_streams", "-show_format", "-of", "json", path])
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var json = JsonNode.Parse(await process.StandardOutput.ReadToEndAsync())!;
            var streams = json["streams"]!.AsArray();
            var video = streams.Single(stream => (string?)stream!["codec_type"] == "video")!;
            return new Clip((string)video["codec_name"]!, (int)video["width"]!, (int)video["height"]!, (string)video["pix_fmt"]!,
                double.Parse((string)json["format"]!["duration"]!, CultureInfo.InvariantCulture),
                streams.Any(stream => (string?)stream!["codec_type"] == "audio"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>True when the index comes before the pictures, so that a browser can begin at once.</summary>
    public static bool MoovFirst(byte[] bytes)
    {
        var text = System.Text.Encoding.Latin1.GetString(bytes);
        return text.IndexOf("moov", StringComparison.Ordinal) is var moov && moov >= 0 && moov < text.IndexOf("mdat", StringComparison.Ordinal);
    }
}
