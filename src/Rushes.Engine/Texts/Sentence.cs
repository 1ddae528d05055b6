using System.Globalization;
using System.Resources;
using Rushes.Film;

namespace Rushes.Engine.Texts;

/// <summary>
/// What users read, by key: the part before the first dot names the resource file (<c>Texts/Brief.resx</c> and its Vietnamese sibling), the whole
/// key the entry. The language is that of <see cref="CultureInfo.CurrentUICulture"/>.
/// </summary>
public static class Sentence
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, ResourceManager> Files = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="MissingManifestResourceException">No file or no entry has this key: a bug that a test finds.</exception>
    public static string Of(string key, params IReadOnlyList<object?> details) => Of(CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture, key, details);

    /// <summary>In the language of a film rather than in that of its maker; English where there is no translation.</summary>
    public static string In(string language, string key, params IReadOnlyList<object?> details)
    {
        var culture = CultureInfo.GetCultureInfo(language == "vi" ? "vi" : "en");
        return Of(culture, culture, key, details);
    }

    public static string Of(Mistake mistake) => Of(mistake.Code, [.. mistake.Details]);

    private static string Of(CultureInfo language, CultureInfo numbers, string key, IReadOnlyList<object?> details)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var file = char.ToUpperInvariant(key[0]) + key[1..dot];
        var manager = Files.GetOrAdd(file, name => new ResourceManager($"Rushes.Engine.Texts.{name}", typeof(Sentence).Assembly));
        var sentence = manager.GetString(key, language) ?? throw new MissingManifestResourceException(key);
        return details.Count == 0 ? sentence : string.Format(numbers, sentence, [.. details]);
    }
}
