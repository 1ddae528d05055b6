using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Rushes.Engine.Texts;

namespace Rushes.Tests.Texts;

public sealed partial class SentenceTests
{
    private static readonly string[] Files =
    [
        .. typeof(Sentence).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Rushes.Engine.Texts.", StringComparison.Ordinal) && name.EndsWith(".resources", StringComparison.Ordinal))
            .Select(name => name["Rushes.Engine.Texts.".Length..^".resources".Length]),
    ];

    public static TheoryData<string> Areas => [.. Files];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_sentence_exists_in_English_and_Vietnamese_with_the_same_details(string area)
    {
        var english = Entries(area, "en");
        var vietnamese = Entries(area, "vi");
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), vietnamese.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, sentence) in english)
        {
            Assert.StartsWith(area + ".", key, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(Details(sentence), Details(vietnamese[key]));
        }
    }

    [Fact]
    public void Every_sentence_that_the_code_names_exists()
    {
        var known = Files.SelectMany(area => Entries(area, "en").Keys).ToHashSet(StringComparer.Ordinal);
        var areas = Files.Select(file => file.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var named = Directory.EnumerateFiles(SourceFolder(), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(file => KeyInCode().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value))
            .Where(key => areas.Contains(key[..key.IndexOf('.', StringComparison.Ordinal)]))
            .Distinct(StringComparer.Ordinal);
        Assert.Empty(named.Except(known, StringComparer.Ordinal));
    }

    private static string SourceFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rushes.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Rushes.slnx");
        return Path.Combine(folder, "src");
    }

    private static Dictionary<string, string> Entries(string area, string culture)
    {
        var manager = new ResourceManager($"Rushes.Engine.Texts.{area}", typeof(Sentence).Assembly);
        var set = manager.GetResourceSet(culture == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false);
        return set?.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal) ?? [];
    }

    private static IEnumerable<string> Details(string sentence) => Placeholder().Matches(sentence).Select(match => match.Groups["number"].Value).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<number>\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?:Sentence\.Of|new AccountFact|Mistake\.Input|Mistake\.Machine|Opt\.\w+)\((?:""--?[\w-]+"", |""\w+"", )?""(?<key>[a-z]+\.[a-z0-9-]*[a-z0-9])""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyInCode();
}
