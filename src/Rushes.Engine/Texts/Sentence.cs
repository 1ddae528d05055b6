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
    public static string Of(string key, params IReadOnlyList<object?> details)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var file = char.ToUpperInvariant(key[0]) + key[1..dot];
        var manager = Files.GetOrAdd(file, name => new ResourceManager($"Rushes.Engine.Texts.{name}", typeof(Sentence).Assembly));
        var sentence = manager.GetString(key, CultureInfo.CurrentUICulture)
            ?? throw new MissingManifestResourceException(key);
        return details.Count == 0 ? sentence : string.Format(CultureInfo.CurrentCulture, sentence, [.. details]);
    }

    public static string Of(Mistake mistake) => Of(mistake.Code, [.. mistake.Details]);
}
