using Rushes.Engine.Cutting.Captions;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>Finds the largest letters in which a text fits a box, by the measured width of its words.</summary>
/// <param name="widthOf">Width of a text in ems.</param>
internal sealed class TextFit(Func<string, double> widthOf)
{
    private readonly Dictionary<string, double> _widths = new(StringComparer.Ordinal);

    private const double Step = 0.96;
    private const double WorthALine = 1.12;
    private const string More = "…";

    /// <param name="text">Clean, on one line.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="most">Most lines.</param>
    /// <param name="least">Smallest em in pixels; a text that does not even fit so is cut short.</param>
    /// <param name="largest">Largest em in pixels.</param>
    /// <param name="pitch">From one line to the next, in ems.</param>
    /// <param name="padding">What a line takes beside its words, in ems.</param>
    public FittedText Fit(string text, double width, double height, int most, double least, double largest, double pitch, double padding = 0)
    {
        // Fewer lines are read faster: another one must make the letters clearly larger.
        FittedText? best = null;
        for (var lines = 1; lines <= most; lines++)
        {
            if (Largest(text, width, height, lines, least, largest, pitch, padding) is { } fitted && fitted.Em > (best?.Em ?? 0) * WorthALine)
                best = fitted;
        }

        if (best is not null)
            return best;
        for (var length = text.Length; length > 0; length = Shorter(text, length))
        {
            var part = length == text.Length ? text : text[..length].TrimEnd(' ', ',', '.', ';', ':', '-', '–') + More;
            if (Try(part, width, height, most, least, pitch, padding, tearWords: true) is { } lines)
                return new(lines, least);
        }

        return new([text[..Math.Min(1, text.Length)]], least);
    }

    private FittedText? Largest(string text, double width, double height, int most, double least, double largest, double pitch, double padding)
    {
        for (var em = largest; em > least; em *= Step)
        {
            if (Try(text, width, height, most, em, pitch, padding, tearWords: false) is { } lines)
                return new(lines, em);
        }

        return null;
    }

    private List<string>? Try(string text, double width, double height, int most, double em, double pitch, double padding, bool tearWords)
    {
        var room = width - padding * em;
        if (room <= 0)
            return null;
        double Measure(string piece) => WidthOf(piece) * em;
        if (!tearWords && Words(text).Any(word => Measure(word) > room))
            return null;
        var lines = new LineWrap(Measure, room, most).Lines(text);
        return lines.Count <= most && (lines.Count * pitch * em <= height || (tearWords && lines.Count == 1)) && lines.All(line => Measure(line) <= room + 0.01) ? [.. lines] : null;
    }

    // The same pieces are measured for every size that is tried.
    private double WidthOf(string piece)
    {
        if (!_widths.TryGetValue(piece, out var width))
            _widths[piece] = width = widthOf(piece);
        return width;
    }

    /// <summary>The pieces that no line should tear.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var from = 0;
        foreach (var end in LineBreaks.Of(text))
        {
            yield return text[from..end].Trim();
            from = end;
        }
    }

    private static int Shorter(string text, int length)
    {
        var space = text.LastIndexOf(' ', Math.Max(0, length - 2));
        if (space > length / 2)
            return space;
        return length > 1 && char.IsLowSurrogate(text[length - 1]) ? length - 2 : length - 1;
    }
}
