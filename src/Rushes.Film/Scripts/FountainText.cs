using System.Text;

namespace Rushes.Film.Scripts;

/// <summary>Keeps the texts of users from breaking the form of a Fountain page.</summary>
internal static class FountainText
{
    /// <summary>
    /// The word joiner: invisible, and no blank to any program, so that a mark behind it no longer begins a line and two marks no longer stand together.
    /// Fountain itself knows no way to escape these.
    /// </summary>
    private const char Guard = '\u2060';

    // What begins a forced element, a lyric, a section, a synopsis, a page break or a parenthetical.
    private const string Marks = ".!@~>=#(";

    private static readonly string[] HeadingStarts = ["INT", "EXT", "EST", "I/E", "I./E"];

    /// <summary>Whether the page shows the text so that it can be read back letter for letter.</summary>
    public static bool IsExact(string text) =>
        !text.Contains(Guard)
        && !text.Contains("[[", StringComparison.Ordinal)
        && !text.Contains("]]", StringComparison.Ordinal)
        && text.Split('\n').All(line => line.Length > 0 && line.Trim().Length == line.Length && !line.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029'));

    /// <summary>The lines of an action; a line that would be taken for something else is forced with an exclamation mark.</summary>
    public static string Action(string text)
    {
        var lines = Lines(text).Select(line => line.Length > 0 && NeedsForce(line) ? "!" + Safe(line) : Safe(line));
        return string.Join('\n', lines).Trim('\n');
    }

    /// <summary>The lines of a speech; a blank one keeps two spaces, which holds the speech together.</summary>
    public static string Spoken(string text)
    {
        var lines = Lines(text.Trim()).Select(line => line.Length == 0 ? "  " : Marks.Contains(line[0]) ? Guard + Safe(line) : Safe(line));
        return string.Join('\n', lines);
    }

    /// <summary>How something is said, without what would close the parenthesis; empty when nothing is left.</summary>
    public static string Parenthetical(string? manner) => Safe(OneLine(manner ?? "").Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal)).Trim();

    public static IReadOnlyList<string> TitleLines(string title)
    {
        var lines = Lines(title).Where(line => line.Length > 0).Select(Safe).ToList();
        return lines.Count > 0 ? lines : ["-"];
    }

    public static string OneLine(string text) => string.Join(' ', Lines(text).Where(line => line.Length > 0));

    /// <summary>Emphasis escaped, notes and comments broken up.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (letter is '*' or '_')
                safe.Append('\\');
            else if (letter is '[' or ']' && safe.Length > 0 && safe[^1] == letter)
                safe.Append(Guard);
            safe.Append(letter);
        }

        return safe.ToString();
    }

    private static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(line => string.Concat(line.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim());

    // A line without a small letter may be taken for a character's cue or a transition.
    private static bool NeedsForce(string line) =>
        Marks.Contains(line[0]) || !line.Any(char.IsLower) || HeadingStarts.Any(start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
