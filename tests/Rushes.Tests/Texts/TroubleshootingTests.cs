using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Rushes.Engine.Texts;

namespace Rushes.Tests.Texts;

/// <summary>What <c>docs/troubleshooting.md</c> shows as the program's words are the program's words.</summary>
public sealed partial class TroubleshootingTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "troubleshooting.md"));

    [Fact]
    public void Every_line_that_is_shown_as_printed_can_be_printed()
    {
        var lines = Fence().Matches(Page).SelectMany(fence => fence.Groups["lines"].Value.Split('\n')).Where(line => line.Length > 0 && !line.StartsWith("./rushes", StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count >= 5, "the page shows too little");
        var sentences = Sentences().Where(sentence => Letters().IsMatch(Detail().Replace(sentence, ""))).Select(sentence => Pattern(sentence, whole: true)).ToList();
        Assert.All(lines, line => Assert.Contains(sentences, sentence => sentence.IsMatch(line)));
    }

    [Fact]
    public void Every_word_that_a_table_explains_is_one_that_is_said()
    {
        var said = Table().Matches(Page).Select(row => row.Groups["says"].Value.Trim('`')).ToList();
        Assert.True(said.Count >= 14, "the page explains too little");
        var sentences = Sentences().Select(sentence => sentence.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)).ToList();
        Assert.All(said, words => Assert.Contains(
            sentences, sentence => sentence.Contains(words.TrimEnd('.', ' '), StringComparison.Ordinal) || Pattern(sentence, whole: true).IsMatch(words)
                || Contains(sentence, words)));
    }

    /// <summary>A part of a sentence with its details filled in.</summary>
    private static bool Contains(string sentence, string words)
    {
        var end = words.EndsWith("...", StringComparison.Ordinal) ? words[..^3].TrimEnd() : words;
        return Detail().Split(sentence).Where(part => part.Trim().Length > 8).Any(part => end.Contains(part.Trim(), StringComparison.Ordinal) || part.Contains(end, StringComparison.Ordinal));
    }

    private static Regex Pattern(string sentence, bool whole) => new(
        (whole ? "^" : "") + Detail().Replace(Regex.Escape(sentence).Replace(@"\{", "{", StringComparison.Ordinal), ".*") + (whole ? "$" : ""),
        RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Sentences() => typeof(Sentence).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("Rushes.Engine.Texts.", StringComparison.Ordinal) && name.EndsWith(".resources", StringComparison.Ordinal))
        .SelectMany(name => new ResourceManager(name[..^".resources".Length], typeof(Sentence).Assembly)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>())
        .Select(entry => (string)entry.Value!);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rushes.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Rushes.slnx");
        return folder;
    }

    [GeneratedRegex(@"^```\n(?<lines>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();

    /// <summary>Rows of the tables whose first column is what the program says.</summary>
    [GeneratedRegex(@"(?<=^\| (it says|in words) \|.*\n(\|.*\n)*)\| (?!---|it says|in words)(?<says>[^|]+?) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"\{\d[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Detail();

    [GeneratedRegex(@"[a-z]{3}", RegexOptions.None, 1000)]
    private static partial Regex Letters();
}
