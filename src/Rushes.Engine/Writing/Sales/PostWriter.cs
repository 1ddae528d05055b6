using System.Globalization;
using Rushes.Engine.Writing.Composing;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Sales;

/// <summary>Writes three versions of the text to post: for the platform of the brief, else one each for TikTok, Facebook and YouTube.</summary>
internal sealed class PostWriter(SalesBook book, Pitch pitch, Chance chance)
{
    public const int LongestThumbnail = 25;

    private const int LongestPoint = 90;

    private static readonly string[] Usual = ["tiktok", "facebook", "youtube"];

    private readonly Dictionary<string, string> _slots = new(pitch.Slots, StringComparer.Ordinal);
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    public IReadOnlyList<SocialPost> Write(string? platform, IReadOnlyList<string> hooks)
    {
        _slots["name"] = ProductText.Clip(pitch.Name, 80);
        Shown("price", pitch.Product.Price);
        Shown("offer", pitch.Product.Offer);
        Shown("cta", pitch.Product.CallToAction);
        IReadOnlyList<string> platforms = platform is null ? Usual : [platform, platform, platform];
        var points = pitch.Product.SellingPoints.Select(ProductText.Written).Where(point => point.Length > 0)
            .Concat(pitch.Benefits.Concat(pitch.Trust))
            .Select(point => ProductText.Clip(point, LongestPoint)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        points.RemoveAll(point => points.Exists(other => other.Length > point.Length && other.Contains(point, StringComparison.OrdinalIgnoreCase)));
        return [.. platforms.Select((name, index) => Post(name, index, hooks, points))];
    }

    private SocialPost Post(string platform, int index, IReadOnlyList<string> hooks, List<string> points)
    {
        var rules = book.Posts.GetValueOrDefault(platform) ?? book.Posts["facebook"];
        var bank = pitch.Banks[0];
        _slots["emoji"] = Fresh(bank.Emoji.Count > 0 ? bank.Emoji : book.Anything.Emoji)!;
        _slots["hook"] = hooks[index % hooks.Count];
        _slots["promise"] = ProductText.Small(Fresh(bank.Promises.Count > 0 ? bank.Promises : book.Anything.Promises)!);
        var hashtags = Hashtags.For(pitch, book, rules, chance);
        var room = rules.Caption - (rules.TagsInside ? hashtags.Sum(tag => tag.Length + 1) + 1 : 0);
        return new()
        {
            Platform = platform,
            Title = ProductText.Clip(Fresh(book.Words.Posts.Titles) ?? pitch.Name, rules.Title ?? 100),
            Caption = Caption(index, points, room),
            Hashtags = hashtags,
            ThumbnailText = Thumbnail(bank),
        };
    }

    private string Caption(int index, List<string> points, int room)
    {
        var words = book.Words.Posts;
        var marks = words.Marks[index % words.Marks.Count];
        var own = points.Count == 0
            ? [$"{marks} {ProductText.Capital(_slots["promise"])}"]
            : Enumerable.Range(0, Math.Min(2, points.Count)).Select(step => $"{marks} {points[(index + step) % points.Count]}");
        string?[] last = [Fresh(words.Offer), Fresh(words.Price), Call(words)];
        string[] lines = [Fresh(words.First)!, string.Join(' ', own), string.Join(' ', last.OfType<string>())];
        var caption = string.Join('\n', lines.Where(line => line.Length > 0));
        return caption.Length <= room ? caption : ProductText.Clip(caption, room);
    }

    private string? Call(PostWords words)
    {
        if (!_slots.ContainsKey("cta"))
            _slots["cta"] = chance.Pick(pitch.Product.Link is null ? book.Words.CallWithout : book.Words.CallWithLink).TrimEnd('!', '.');
        var call = Fresh(words.Call);
        return pitch.Product.Link is { } link ? $"{call} {link}" : call;
    }

    private string? Thumbnail(SalesBank bank)
    {
        var culture = CultureInfo.GetCultureInfo(book.Language);
        _slots["name"] = ProductText.Short(pitch.Name) is { Length: > 0 } name ? name : pitch.Name;
        var text = Fresh([.. bank.Thumbnails, .. book.Words.Posts.Thumbnails], LongestThumbnail);
        _slots["name"] = ProductText.Clip(pitch.Name, 80);
        return text?.ToUpper(culture);
    }

    /// <summary>A pattern of the list that no version has used yet, when there is one.</summary>
    private string? Fresh(IReadOnlyList<string> patterns, int longest = int.MaxValue)
    {
        var filled = chance.Shuffled(patterns).Select(pattern => PatternFiller.Fill(pattern, _slots, chance)).OfType<string>().Where(text => text.Length <= longest).ToList();
        var text = filled.FirstOrDefault(one => !_said.Contains(one)) ?? filled.FirstOrDefault();
        if (text is not null)
            _said.Add(text);
        return text;
    }

    private void Shown(string slot, string? value)
    {
        if (value is not null && ProductText.Written(value) is { Length: > 0 } written)
            _slots[slot] = written.TrimEnd('.', '!', ' ');
    }
}
