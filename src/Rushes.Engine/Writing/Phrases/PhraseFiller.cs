using System.Text;
using System.Text.RegularExpressions;
using Rushes.Engine.Writing.Composing;
using Rushes.Engine.Writing.Understanding;

namespace Rushes.Engine.Writing.Phrases;

/// <summary>
/// Makes sentences of patterns: <c>{slot}</c> takes a value (<c>{Slot}</c> with a capital), <c>[one|another]</c> takes one of several words. A pattern
/// that names a slot without value cannot be used.
/// </summary>
internal static partial class PhraseFiller
{
    /// <summary>Whole sentences: single spaces, capitals at their starts.</summary>
    public static string? Fill(string pattern, IReadOnlyDictionary<string, string> slots, Chance chance) =>
        FillPart(pattern, slots, chance) is { } filled ? Polish(filled) : null;

    /// <summary>A part that will stand inside a sentence.</summary>
    public static string? FillPart(string pattern, IReadOnlyDictionary<string, string> slots, Chance chance)
    {
        var missing = false;
        var chosen = Choices().Replace(pattern, match => chance.Pick(match.Groups["words"].Value.Split('|')));
        var filled = Slots().Replace(chosen, match =>
        {
            var name = match.Groups["name"].Value;
            var key = char.ToLowerInvariant(name[0]) + name[1..];
            if (!slots.TryGetValue(name, out var value) && !slots.TryGetValue(key, out value))
            {
                missing = true;
                return "";
            }

            return char.IsUpper(name[0]) ? IdeaText.Capital(value) : value;
        });
        return missing ? null : filled;
    }

    /// <summary>Whether every slot of the pattern has a value.</summary>
    public static bool CanFill(string pattern, IReadOnlyDictionary<string, string> slots) =>
        Slots().Matches(pattern).Select(match => match.Groups["name"].Value)
            .All(name => slots.ContainsKey(name) || slots.ContainsKey(char.ToLowerInvariant(name[0]) + name[1..]));

    /// <summary>Single spaces, a capital at each sentence's start.</summary>
    public static string Polish(string text)
    {
        var spaced = Spaces().Replace(text, " ").Trim();
        var polished = new StringBuilder(spaced);
        var atStart = true;
        for (var i = 0; i < polished.Length; i++)
        {
            if (atStart && char.IsLetter(polished[i]))
            {
                polished[i] = char.ToUpperInvariant(polished[i]);
                atStart = false;
            }
            else if (polished[i] is '.' or '!' or '?' && i + 1 < polished.Length && polished[i + 1] == ' ' && !(i > 0 && polished[i - 1] == '.'))
            {
                atStart = true;
            }
            else if (char.IsDigit(polished[i]))
            {
                atStart = false;
            }
        }

        return polished.ToString();
    }

    [GeneratedRegex(@"\[(?<words>[^\[\]]+)\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Choices();

    [GeneratedRegex(@"\{(?<name>[^{}]+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Slots();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Spaces();
}
