using System.Globalization;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Lettering;

/// <summary>A rounded rectangle, in pixels.</summary>
/// <param name="Opacity">0 to 1.</param>
internal sealed record LetterPanel(double X, double Y, double Width, double Height, double Corner, Colour Colour, double Opacity = 1)
{
    /// <summary>As libass draws it.</summary>
    public string Drawing()
    {
        var (w, h) = ((int)Math.Round(Width), (int)Math.Round(Height));
        var r = (int)Math.Round(Math.Min(Corner, Math.Min(w, h) / 2.0));
        var k = (int)Math.Round(r * 0.45);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\\an7\\pos({Math.Round(X)},{Math.Round(Y)})\\1c{LetterLine.Tag(Colour)}\\1a&H{(int)Math.Round((1 - Opacity) * 255):X2}&\\p1}}m {r} 0 l {w - r} 0 b {w - k} 0 {w} {k} {w} {r} l {w} {h - r} b {w} {h - k} {w - k} {h} {w - r} {h} l {r} {h} b {k} {h} 0 {h - k} 0 {h - r} l 0 {r} b 0 {k} {k} 0 {r} 0");
    }
}
