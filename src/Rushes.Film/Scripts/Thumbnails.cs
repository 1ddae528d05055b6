namespace Rushes.Film.Scripts;

/// <summary>
/// Which picture goes with which post: <c>thumbnail.png</c> with the first. A sales film, of which three versions are posted, has one for each.
/// </summary>
public static class Thumbnails
{
    /// <summary>The posts in order, each with the name of its picture beside the film; null where it has none of its own.</summary>
    public static IReadOnlyList<(SocialPost Post, string? File)> Of(Script script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. script.Social.Select(post => (post, FileOf(post)))];

        string? FileOf(SocialPost post)
        {
            var text = post.ThumbnailText?.Trim() ?? "";
            if (text.Length == 0)
                return null;
            if (!files.ContainsKey(text) && (files.Count == 0 || script.Kind == ScriptKind.Sales))
                files[text] = files.Count == 0 ? "thumbnail.png" : FormattableString.Invariant($"thumbnail-{files.Count + 1}.png");
            return files.GetValueOrDefault(text);
        }
    }
}
