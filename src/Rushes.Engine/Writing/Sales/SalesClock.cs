using System.Text.RegularExpressions;
using Rushes.Engine.Library;

namespace Rushes.Engine.Writing.Sales;

/// <summary>How long a line of a sales film takes to say: figures take longer than the one word that they look like.</summary>
internal sealed partial class SalesClock(LanguageFacts facts, string language)
{
    /// <summary>Silence that a scene keeps at its ends.</summary>
    public const double Margin = 0.4;

    public double Seconds(string text)
    {
        var figures = Figures().Matches(text).Where(match => match.Length > 1)
            .Sum(match => (match.Value.Count(letter => letter is > '0' and <= '9') * (language == "vi" ? 2 : 1)) - 1);
        var signs = text.Count(letter => letter is '%' or '$' or '€' or '+' or '&' or '=') * 2;
        return Speakable.Seconds(text, facts) + ((figures + signs) / facts.Rate);
    }

    [GeneratedRegex(@"\d[\d.,]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Figures();
}
