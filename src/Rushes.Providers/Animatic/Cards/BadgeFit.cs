using System.Text.RegularExpressions;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>Sets an offer like a badge: the number stands out, the words are around it.</summary>
/// <param name="widthOf">Width of a text in ems.</param>
internal sealed partial class BadgeFit(Func<string, double> widthOf)
{
    private const double Step = 0.96;

    /// <returns>Null when the text has no such number, or is too long around it.</returns>
    public FittedText? Fit(string text, double width, double height, double least, double largest, double pitch)
    {
        if (Number().Match(text) is not { Success: true } number)
            return null;
        List<string> lines = [];
        Add(text[..number.Index]);
        var loud = lines.Count;
        Add(number.Value);
        Add(text[(number.Index + number.Length)..]);
        if (lines.Count == 1)
            return null;
        for (var em = largest; em >= least; em *= Step)
        {
            var fitted = new FittedText(lines, em, loud);
            var tall = Enumerable.Range(0, lines.Count).Sum(line => fitted.EmOf(line) * pitch);
            if (tall <= height && Enumerable.Range(0, lines.Count).All(line => widthOf(lines[line]) * fitted.EmOf(line) <= width))
                return fitted;
        }

        return null;

        void Add(string part)
        {
            if (part.Trim(' ', ',', '.', ':', '-', '–') is { Length: > 0 } words)
                lines.Add(words);
        }
    }

    [GeneratedRegex(@"[-–]?\d+([.,]\d+)?\s?(%|[kK]\b)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
