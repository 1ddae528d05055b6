using System.Globalization;
using System.Text;

namespace Rushes.Engine.Cutting.Captions;

/// <summary>
/// Writes captions as an Advanced SubStation document for libass. Every line is placed by us and set in a face of ours; what people wrote goes in as
/// text, so no brace or backslash of theirs is ever read as markup.
/// </summary>
public static class AssWriter
{
    // A word joiner has no width; after a backslash it keeps the next letter from becoming a command.
    private const char Joiner = '\u2060';

    /// <summary>Captions at their own times.</summary>
    public static string Film(CaptionSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return Document(sheet, (block, _) => (block.Page.Start, block.Page.End));
    }

    /// <summary>One caption a second, from 0 on, to be rendered as one picture each.</summary>
    public static string Stills(CaptionSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return Document(sheet, (_, index) => (index, index + 1));
    }

    /// <summary>Text as libass reads it back unchanged.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character is '{' or '}')
                escaped.Append('\\').Append(character);
            else if (character == '\\')
                escaped.Append(character).Append(Joiner);
            else if (character is not ('\n' or '\r'))
                escaped.Append(character);
            else
                escaped.Append(' ');
        }

        return escaped.ToString();
    }

    private static string Document(CaptionSheet sheet, Func<CaptionBlock, int, (double Start, double End)> when)
    {
        var document = new StringBuilder();
        document.Append(CultureInfo.InvariantCulture, $"""
            [Script Info]
            ScriptType: v4.00+
            PlayResX: {sheet.Size.Width}
            PlayResY: {sheet.Size.Height}
            WrapStyle: 2
            ScaledBorderAndShadow: yes
            YCbCr Matrix: TV.709

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: Text,{sheet.Fonts.Main(bold: false).Family},{Number(sheet.Look.Text * sheet.Unit)},{Color(sheet.Look.TextColor)},{Color(sheet.Look.TextColor)},&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1
            Style: Name,{sheet.Fonts.Main(bold: true).Family},{Number(sheet.Look.Name * sheet.Unit)},{Color(sheet.Look.AccentColor)},{Color(sheet.Look.AccentColor)},&H00000000,&H00000000,-1,0,0,0,100,100,{Number(sheet.Look.Name * sheet.Unit * 0.04)},0,1,0,0,7,0,0,0,1
            Style: Block,{sheet.Fonts.Main(bold: false).Family},20,{Color(sheet.Look.BlockColor, sheet.Look.BlockAlpha)},&H00000000,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1
            Style: Bar,{sheet.Fonts.Main(bold: false).Family},20,{Color(sheet.Look.AccentColor)},&H00000000,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

            """);
        for (var index = 0; index < sheet.Blocks.Count; index++)
        {
            var block = sheet.Blocks[index];
            var (start, end) = when(block, index);
            var times = $"{Time(start)},{Time(end)}";
            document.Append(Event(0, times, "Block", Rounded(block.Panel, sheet.Look.Corner * sheet.Unit)));
            if (block.Bar is { } bar)
                document.Append(Event(1, times, "Bar", Rounded(bar, bar.Width / 2.0)));
            foreach (var line in block.Lines)
                document.Append(Event(2, times, line.IsName ? "Name" : "Text", Set(line)));
        }

        return document.ToString();
    }

    private static string Event(int layer, string times, string style, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"Dialogue: {layer},{times},{style},,0,0,0,,{text}\n");

    private static string Set(SetLine line)
    {
        // libass puts the highest ascent of a line at its position, and its font size is ascent and descent together, not the em.
        var ascent = line.Runs.Max(run => (double)run.Face.WinAscent / run.Face.UnitsPerEm) * line.Em;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\\an7\\pos({Number(line.X)},{Number(line.Baseline - ascent)})}}");
        foreach (var run in line.Runs)
        {
            var size = line.Em * (run.Face.WinAscent + run.Face.WinDescent) / run.Face.UnitsPerEm;
            text.Append(CultureInfo.InvariantCulture, $"{{\\fn{run.Face.Family}\\b{(run.Face.Bold ? 1 : 0)}\\fs{Number(size)}}}{Escape(run.Text)}");
        }

        return text.ToString();
    }

    private static string Rounded(PixelBox box, double corner)
    {
        var (w, h) = (box.Width, box.Height);
        var r = (int)Math.Round(Math.Min(corner, Math.Min(w, h) / 2.0));
        var k = (int)Math.Round(r * 0.45);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\\an7\\pos({box.X},{box.Y})\\p1}}m {r} 0 l {w - r} 0 b {w - k} 0 {w} {k} {w} {r} l {w} {h - r} b {w} {h - k} {w - k} {h} {w - r} {h} l {r} {h} b {k} {h} 0 {h - k} 0 {h - r} l 0 {r} b 0 {k} {k} 0 {r} 0");
    }

    private static string Color(int rgb, int alpha = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"&H{alpha:X2}{rgb & 0xFF:X2}{(rgb >> 8) & 0xFF:X2}{rgb >> 16:X2}");

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Time(double seconds)
    {
        var hundredths = (long)Math.Round(Math.Max(0, seconds) * 100);
        return string.Create(CultureInfo.InvariantCulture, $"{hundredths / 360000}:{hundredths / 6000 % 60:00}:{hundredths / 100 % 60:00}.{hundredths % 100:00}");
    }
}
