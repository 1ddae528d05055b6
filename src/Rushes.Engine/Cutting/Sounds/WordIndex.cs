using System.Text;

namespace Rushes.Engine.Cutting.Sounds;

/// <summary>Finds which of several things a text speaks of, by whole words in any language.</summary>
internal sealed class WordIndex(IEnumerable<(string Name, IEnumerable<string> Words)> entries)
{
    private readonly IReadOnlyList<(string Name, string Word)> _words =
    [
        .. entries
            .SelectMany(entry => entry.Words.Append(entry.Name).Select(word => (entry.Name, Word: Plain(word).Trim())))
            .Where(entry => entry.Word.Length > 0)
            .OrderByDescending(entry => entry.Word.Length)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal),
    ];

    /// <summary>The name with the longest word in the text; null when none is in it.</summary>
    public string? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var plain = $" {Plain(text)} ";
        return _words.FirstOrDefault(entry => plain.Contains($" {entry.Word} ", StringComparison.Ordinal)).Name;
    }

    /// <summary>Lower case, composed, everything but letters and digits a single space.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(character))
                plain.Append(char.ToLowerInvariant(character));
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString();
    }
}
