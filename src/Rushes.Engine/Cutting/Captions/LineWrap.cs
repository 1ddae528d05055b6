namespace Rushes.Engine.Cutting.Captions;

/// <summary>Breaks a text into lines and pages that fit, as evenly as the words allow.</summary>
/// <param name="measure">Width of a piece of text, in the unit of <paramref name="limit"/>.</param>
/// <param name="limit">Widest line.</param>
/// <param name="lines">Most lines of a page.</param>
public sealed class LineWrap(Func<string, double> measure, double limit, int lines)
{
    /// <summary>The pages of a text, each at most as many lines as a page may have.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Pages(string text)
    {
        var pages = new List<IReadOnlyList<string>>();
        var rest = text.Trim();
        for (var left = CountPages(rest); rest.Length > 0; left--)
        {
            var end = Fill(rest) is var most && most >= rest.Length ? rest.Length : BestEnd(rest, most, Math.Max(2, left));
            pages.Add(Lines(rest[..end].Trim()));
            rest = rest[end..].TrimStart();
        }

        return pages;
    }

    /// <summary>The lines of a text that fits on one page: as few as possible, as even as possible.</summary>
    public IReadOnlyList<string> Lines(string text)
    {
        var breaks = Breaks(text);
        var best = new (double Cost, int From)[breaks.Count + 1];
        for (var end = 1; end <= breaks.Count; end++)
        {
            best[end] = (double.MaxValue, 0);
            for (var start = end - 1; start >= 0; start--)
            {
                var line = Slice(text, breaks, start, end);
                var width = measure(line);
                if (width > limit && start < end - 1)
                    break;

                // A new line costs more than any unevenness, so the fewest lines win; then the evenest, gladly where one takes breath.
                var cost = best[start].Cost + 1000 + 10 * Math.Pow(Math.Max(0, limit - width) / limit, 2) - 8 * Pause(line);
                if (cost < best[end].Cost)
                    best[end] = (cost, start);
            }
        }

        var found = new List<string>();
        for (var end = breaks.Count; end > 0; end = best[end].From)
            found.Insert(0, Slice(text, breaks, best[end].From, end));
        return found;
    }

    private static string Slice(string text, List<int> breaks, int start, int end) =>
        text[(start == 0 ? 0 : breaks[start - 1])..breaks[end - 1]].Trim();

    /// <summary>Places to break, with every character of a word that is wider than a line.</summary>
    private List<int> Breaks(string text)
    {
        var breaks = new List<int>();
        var from = 0;
        foreach (var end in LineBreaks.Of(text))
        {
            var word = text[from..end];
            if (measure(word.Trim()) > limit)
                breaks.AddRange(LineBreaks.Anywhere(word).SkipLast(1).Select(position => from + position));
            breaks.Add(end);
            from = end;
        }

        return breaks;
    }

    private int CountPages(string text)
    {
        var count = 0;
        for (var rest = text; rest.Length > 0; count++)
            rest = rest[Fill(rest)..].TrimStart();
        return count;
    }

    /// <summary>How much of a text one page can hold.</summary>
    private int Fill(string text)
    {
        var (line, lineStart, fits) = (1, 0, 0);
        foreach (var end in Breaks(text))
        {
            if (measure(text[lineStart..end].Trim()) > limit && fits > lineStart)
            {
                if (++line > lines)
                    return fits;
                lineStart = fits;
            }

            fits = end;
        }

        return fits;
    }

    /// <summary>Where a page ends best: near an even share of the text, gladly at the end of a sentence or clause.</summary>
    private int BestEnd(string text, int most, int pagesLeft)
    {
        var share = text.Length / (double)pagesLeft;
        return Breaks(text).Where(end => end <= most).DefaultIfEmpty(most).MinBy(end => Math.Abs(end - share) - 1.6 * Pause(text[..end].TrimEnd()) * share);
    }

    private static double Pause(string upTo) => upTo.Length == 0 ? 0 : upTo[^1] switch
    {
        '.' or '!' or '?' or '…' or '。' or '！' or '？' => 0.45,
        ',' or ';' or ':' or '–' or '—' or '、' or '，' or '；' or '：' => 0.2,
        _ => 0,
    };
}
