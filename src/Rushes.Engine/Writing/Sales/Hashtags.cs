using Rushes.Engine.Writing.Composing;

namespace Rushes.Engine.Writing.Sales;

/// <summary>Five to eight hashtags from the product's own words, its kind and the platform.</summary>
internal static class Hashtags
{
    public const int Fewest = 5;
    public const int Most = 8;

    private const int LongestTag = 30;

    public static IReadOnlyList<string> For(Pitch pitch, SalesBook book, PostRules rules, Chance chance)
    {
        var bare = pitch.Slots["bare"];
        List<string> own = [Tag(bare), Tag(ProductText.Plain(bare))];
        var name = Tag(ProductText.Plain(ProductText.Short(pitch.Name)));
        if (name.Length is > 2 and <= LongestTag)
            own.Add(name);
        if (pitch.Banks.Count == 1)
            own.RemoveRange(0, 2);
        var kind = chance.Shuffled(pitch.Banks[0].Hashtags).Take(3);
        var platform = chance.Shuffled(rules.Hashtags).Take(1);
        var shared = chance.Shuffled(book.Words.Posts.Hashtags);
        return
        [
            .. own.Concat(kind).Concat(platform).Concat(shared).Where(tag => tag.Length > 2)
                .Distinct(StringComparer.OrdinalIgnoreCase).Take(Fewest + chance.Below(Most - Fewest + 1)),
        ];
    }

    private static string Tag(string words) => "#" + string.Concat(words.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
