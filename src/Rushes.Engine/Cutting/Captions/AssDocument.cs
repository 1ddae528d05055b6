using System.Globalization;
using System.Text;
using Rushes.Film.Scenes;

namespace Rushes.Engine.Cutting.Captions;

/// <summary>
/// An Advanced SubStation document for libass, with everything placed by us. What people wrote goes in as text: no brace or backslash of theirs is ever read
/// as markup.
/// </summary>
internal sealed class AssDocument
{
    // A word joiner has no width; after a backslash it keeps the next letter from becoming a command.
    private const char Joiner = '\u2060';

    private readonly StringBuilder _text = new();

    /// <param name="size">The canvas, that of the picture.</param>
    public AssDocument(FrameSize size, FontFolder fonts) => _text.Append(CultureInfo.InvariantCulture, $"""
        [Script Info]
        ScriptType: v4.00+
        PlayResX: {size.Width}
        PlayResY: {size.Height}
        WrapStyle: 2
        ScaledBorderAndShadow: yes
        YCbCr Matrix: TV.709

        [V4+ Styles]
        Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
        Style: Plain,{fonts.Main(bold: false).Family},20,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1

        [Events]
        Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

        """);

    /// <summary>A rectangle with round corners.</summary>
    /// <param name="color">Red, green, blue.</param>
    /// <param name="alpha">0 is opaque, 255 not there.</param>
    public void Shape(int layer, double start, double end, PixelBox box, double corner, int color, int alpha = 0)
    {
        var (w, h) = (box.Width, box.Height);
        var r = (int)Math.Round(Math.Min(corner, Math.Min(w, h) / 2.0));
        var k = (int)Math.Round(r * 0.45);
        Event(layer, start, end, string.Create(
            CultureInfo.InvariantCulture,
            $"{{\\pos({box.X},{box.Y}){Color(color, alpha)}\\p1}}m {r} 0 l {w - r} 0 b {w - k} 0 {w} {k} {w} {r} l {w} {h - r} b {w} {h - k} {w - k} {h} {w - r} {h} l {r} {h} b {k} {h} 0 {h - k} 0 {h - r} l 0 {r} b 0 {k} {k} 0 {r} 0"));
    }

    /// <summary>A line of text.</summary>
    /// <param name="x">Its left end.</param>
    /// <param name="baseline">Pixels from the top.</param>
    /// <param name="em">Size in pixels.</param>
    /// <param name="spacing">Pixels between letters.</param>
    public void Line(int layer, double start, double end, IReadOnlyList<TextRun> runs, double x, double baseline, double em, int color, double spacing = 0)
    {
        if (runs.Count == 0)
            return;

        // libass puts the highest ascent of a line at its position, and its font size is ascent and descent together, not the em.
        var ascent = runs.Max(run => (double)run.Face.WinAscent / run.Face.UnitsPerEm) * em;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\\pos({Number(x)},{Number(baseline - ascent)}){Color(color, 0)}\\fsp{Number(spacing)}}}");
        foreach (var run in runs)
        {
            var size = em * (run.Face.WinAscent + run.Face.WinDescent) / run.Face.UnitsPerEm;
            text.Append(CultureInfo.InvariantCulture, $"{{\\fn{run.Face.Family}\\b{(run.Face.Bold ? 1 : 0)}\\fs{Number(size)}}}{Escape(run.Text)}");
        }

        Event(layer, start, end, text.ToString());
    }

    public override string ToString() => _text.ToString();

    /// <summary>Text as libass reads it back unchanged.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '{' or '}')
                escaped.Append('\\').Append(character);
            else if (character == '\\')
                escaped.Append(character).Append(Joiner);
            else
                escaped.Append(character is '\n' or '\r' ? ' ' : character);
        }

        return escaped.ToString();
    }

    private void Event(int layer, double start, double end, string text) =>
        _text.Append(CultureInfo.InvariantCulture, $"Dialogue: {layer},{Time(start)},{Time(end)},Plain,,0,0,0,,{text}\n");

    private static string Color(int rgb, int alpha) =>
        string.Create(CultureInfo.InvariantCulture, $"\\1c&H{rgb & 0xFF:X2}{(rgb >> 8) & 0xFF:X2}{rgb >> 16:X2}&\\1a&H{alpha:X2}&");

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Time(double seconds)
    {
        var hundredths = (long)Math.Round(Math.Max(0, seconds) * 100);
        return string.Create(CultureInfo.InvariantCulture, $"{hundredths / 360000}:{hundredths / 6000 % 60:00}:{hundredths / 100 % 60:00}.{hundredths % 100:00}");
    }
}
