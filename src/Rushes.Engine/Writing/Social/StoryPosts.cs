using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Engine.Writing.Composing;
using Rushes.Engine.Writing.Sales;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Social;

/// <summary>
/// Writes three versions of the text to post with a story, whoever wrote the script: for the platform of the brief, else one each for TikTok, Facebook and
/// YouTube; each within what its platform takes.
/// </summary>
public sealed class StoryPosts(DataShelf shelf)
{
    private const int Versions = 3;
    private const int MostHashtags = 7;
    private const int LongestTag = 30;

    private static readonly string[] Usual = ["tiktok", "facebook", "youtube"];

    // What these tell is of use by itself; nobody is in anybody's place.
    private static readonly string[] Explaining = ["listicle", "tutorial", "review", "documentary", "aida", "pas", "problem-solution"];

    /// <returns>Empty for a language in which nobody has phrased posts.</returns>
    public IReadOnlyList<SocialPost> Write(Script script, string? platform)
    {
        ArgumentNullException.ThrowIfNull(script);
        var file = $"writing/{script.Language}/story-posts.json";
        if (!shelf.Library.Has(file) || script.Scenes.Count == 0)
            return [];
        var words = shelf.Read<StoryPostWords>(file);
        var rules = shelf.Read<Dictionary<string, PostRules>>("writing/sales-posts.json");
        var chance = new Chance(0, script.Title, script.HookSummary);
        var manner = Explaining.Contains(script.Template) || script.Characters.Count == 0 ? words.Useful : words.Story;
        var emoji = chance.Shuffled(manner.Emoji);
        var calls = chance.Shuffled(words.Calls);
        var thumbnails = Thumbnails(script, manner, chance);
        return
        [
            .. Enumerable.Range(0, Versions).Select(version =>
            {
                var name = platform ?? Usual[version];
                var rule = rules.GetValueOrDefault(name) ?? rules["facebook"];
                string Fill(string pattern) => pattern
                    .Replace("{hook}", HookOf(script), StringComparison.Ordinal)
                    .Replace("{title}", script.Title, StringComparison.Ordinal)
                    .Replace("{hero}", script.Characters is [var hero, ..] ? hero.Name : script.Title, StringComparison.Ordinal)
                    .Replace("{emoji}", emoji[version % emoji.Count], StringComparison.Ordinal);
                var hashtags = HashtagsOf(script, words, rule, chance);
                var room = rule.Caption - (rule.TagsInside ? hashtags.Sum(tag => tag.Length + 1) + 1 : 0);
                var caption = string.Join('\n', Fill(manner.First[version % manner.First.Count]), Fill(manner.Second[version % manner.Second.Count]), calls[version % calls.Count]);
                return new SocialPost
                {
                    Platform = name,
                    Title = ProductText.Clip(script.Title, rule.Title ?? 100),
                    Caption = caption.Length <= room ? caption : ProductText.Clip(caption, room),
                    Hashtags = hashtags,
                    ThumbnailText = thumbnails[version % thumbnails.Count].ToUpper(CultureInfo.GetCultureInfo(script.Language)),
                };
            }),
        ];
    }

    private static string HookOf(Script script) => script.HookSummary.Trim() is { Length: > 0 } hook ? hook : script.Title;

    /// <summary>The title where it is short enough to be read at a glance, then what makes people curious.</summary>
    private static List<string> Thumbnails(Script script, StoryPostWords.Manner manner, Chance chance) =>
        [.. new[] { script.Title }.Concat(chance.Shuffled(manner.Thumbnails)).Where(text => text.Length <= PostWriter.LongestThumbnail)];

    private static List<string> HashtagsOf(Script script, StoryPostWords words, PostRules rule, Chance chance)
    {
        var own = new[] { script.Title, ProductText.Plain(script.Title) }.Select(Tag).Where(tag => tag.Length is > 2 and <= LongestTag);
        return
        [
            .. own.Concat(rule.StoryHashtags.Take(1)).Concat(chance.Shuffled(words.Hashtags)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostHashtags),
        ];
    }

    private static string Tag(string text) => "#" + string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
