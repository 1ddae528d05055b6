using System.Globalization;

namespace Rushes.FakeProviders.Clips;

/// <summary>What a clip looks like from outside.</summary>
/// <param name="Width">In pixels, even.</param>
/// <param name="Height">In pixels, even.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Fps">Frames per second.</param>
/// <param name="Sound">With an AAC track.</param>
/// <param name="Look">Colours and tone, from 0.</param>
public sealed record ClipForm(int Width, int Height, double Seconds, int Fps, bool Sound, int Look)
{
    /// <summary>The form for an aspect ratio and a resolution at <paramref name="scale"/> of the real size.</summary>
    public static ClipForm Of(string aspect, string resolution, double seconds, int fps, bool sound, int look, double scale)
    {
        var side = resolution.ToLowerInvariant() switch
        {
            "360p" => 360,
            "480p" => 480,
            "1080p" => 1080,
            "1440p" => 1440,
            "4k" or "2160p" => 2160,
            _ => 720,
        };
        var sides = aspect.Split(':');
        var (across, down) = sides.Length == 2 && double.TryParse(sides[0], CultureInfo.InvariantCulture, out var a) && double.TryParse(sides[1], CultureInfo.InvariantCulture, out var d) && a > 0 && d > 0
            ? (a, d) : (16d, 9d);
        var unit = side * scale / Math.Min(across, down);
        return new ClipForm(Even(across * unit), Even(down * unit), seconds, fps, sound, look);
    }

    private static int Even(double pixels) => Math.Max(16, (int)Math.Round(pixels / 2) * 2);
}
