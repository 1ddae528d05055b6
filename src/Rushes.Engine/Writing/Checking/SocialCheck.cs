using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Sales;

namespace Rushes.Engine.Writing.Checking;

/// <summary>A text to post fits its platform.</summary>
internal sealed class SocialCheck(DataShelf shelf) : IScriptCheck
{
    public IEnumerable<ScriptWarning> Find(Draft draft)
    {
        var rules = shelf.Read<Dictionary<string, PostRules>>("writing/sales-posts.json");
        foreach (var post in draft.Script.Social)
        {
            if (!rules.TryGetValue(post.Platform, out var rule))
                continue;
            var length = post.Caption.Length + (rule.TagsInside ? post.Hashtags.Sum(tag => tag.Length + 1) : 0);
            if (length > rule.Caption)
                yield return new(null, WarningKinds.Social, Sentence.Of("script.check-caption", post.Platform, length, rule.Caption), []);
            if (post.Title?.Length > rule.Title)
                yield return new(null, WarningKinds.Social, Sentence.Of("script.check-post-title", post.Platform, post.Title.Length, rule.Title), []);
        }
    }
}
