using System.Text;
using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Sales;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Social;

/// <summary>
/// The posts of a script as a page to copy from (<c>posts.md</c>): each with its picture, and with how much of what its platform takes it uses. Headings are in
/// the language of the user, the posts in that of the film.
/// </summary>
public sealed class PostSheet(DataShelf shelf)
{
    private const string Fence = "```";

    /// <returns>Null when the script has no posts.</returns>
    public string? Write(Script script)
    {
        ArgumentNullException.ThrowIfNull(script);
        if (script.Social.Count == 0)
            return null;
        var rules = shelf.Read<Dictionary<string, PostRules>>("writing/sales-posts.json");
        var page = new StringBuilder().Append("# ").AppendLine(script.Title).AppendLine().AppendLine(Sentence.Of("script.posts-about"));
        foreach (var (index, (post, file)) in Thumbnails.Of(script).Index())
            Add(page, index + 1, post, file, rules.GetValueOrDefault(post.Platform));
        return page.ToString();
    }

    private void Add(StringBuilder page, int number, SocialPost post, string? file, PostRules? rule)
    {
        page.AppendLine().Append("## ").Append(number).Append(". ").AppendLine(NameOf(post.Platform));
        if (post.Title is { Length: > 0 } title)
            Block(page, Sentence.Of("script.posts-title"), title, title.Length, rule?.Title);
        var tags = string.Join(' ', post.Hashtags);
        var text = tags.Length > 0 ? $"{post.Caption}\n\n{tags}" : post.Caption;
        Block(page, Sentence.Of("script.posts-caption"), text, rule is { TagsInside: false } ? post.Caption.Length : text.Length, rule?.Caption);
        if (post.ThumbnailText is { Length: > 0 } words)
            Block(page, Sentence.Of("script.posts-thumbnail") + (file is null ? "" : $" ({file})"), words, words.Length, null);
    }

    /// <param name="most">Characters that the platform takes; null: unknown.</param>
    private static void Block(StringBuilder page, string heading, string text, int length, int? most)
    {
        var used = most is null ? "" : " · " + Sentence.Of(length > most ? "script.posts-too-long" : "script.posts-length", length, most);
        page.AppendLine().Append("**").Append(heading).Append("**").AppendLine(used).AppendLine().AppendLine(Fence).AppendLine(text).AppendLine(Fence);
    }

    private string NameOf(string platform) =>
        shelf.Library.Has($"platforms/{platform}.json") ? shelf.Read<Platform>($"platforms/{platform}.json").Name.ToString() : platform;

    private sealed record Platform(Names Name);
}
