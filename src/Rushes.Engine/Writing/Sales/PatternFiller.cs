using System.Text.RegularExpressions;
using Rushes.Engine.Writing.Composing;
using Rushes.Engine.Writing.Understanding;

namespace Rushes.Engine.Writing.Sales;

/// <summary>
/// Fills the patterns of the sales banks: <c>{slot}</c>, <c>{Slot}</c> with a capital, <c>[one|another]</c>. What the seller wrote is put in as it is:
/// braces in it are no slots, and a brand keeps its small letter.
/// </summary>
internal static partial class PatternFiller
{
    /// <summary>Null when the pattern names a slot that has no value.</summary>
    public static string? Fill(string pattern, IReadOnlyDictionary<string, string> slots, Chance chance)
    {
        var missing = false;
        var chosen = Choices().Replace(pattern, match => chance.Pick(match.Groups["words"].Value.Split('|')));
        var filled = Slots().Replace(chosen, match =>
        {
            var name = match.Groups["name"].Value;
            if (!slots.TryGetValue(char.ToLowerInvariant(name[0]) + name[1..], out var value))
                missing = true;
            return value is null ? "" : char.IsUpper(name[0]) ? ProductText.Capital(value) : value;
        });
        if (missing)
            return null;

        // Only the bank's own beginning takes a capital here; a slot says by its name whether it wants one.
        return pattern[0] == '{' ? filled : IdeaText.Capital(filled);
    }

    public static bool Names(string pattern, string slot) => pattern.Contains($"{{{slot}}}", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\[(?<words>[^\[\]]+)\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Choices();

    [GeneratedRegex(@"\{(?<name>\p{L}+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Slots();
}
