namespace Rushes.Engine.Cutting.Captions;

/// <summary>Writes captions as a document for libass.</summary>
public static class AssWriter
{
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
    public static string Escape(string text) => AssDocument.Escape(text);

    private static string Document(CaptionSheet sheet, Func<CaptionBlock, int, (double Start, double End)> when)
    {
        var (look, unit) = (sheet.Look, sheet.Unit);
        var document = new AssDocument(sheet.Size, sheet.Fonts);
        for (var index = 0; index < sheet.Blocks.Count; index++)
        {
            var block = sheet.Blocks[index];
            var (start, end) = when(block, index);
            document.Shape(0, start, end, block.Panel, look.Corner * unit, look.BlockColor, look.BlockAlpha);
            if (block.Bar is { } bar)
                document.Shape(1, start, end, bar, bar.Width / 2.0, look.AccentColor);
            foreach (var line in block.Lines)
            {
                var color = line.IsName ? look.AccentColor : look.TextColor;
                document.Line(2, start, end, line.Runs, line.X, line.Baseline, line.Em, color, line.IsName ? 0.04 * line.Em : 0);
            }
        }

        return document.ToString();
    }
}
