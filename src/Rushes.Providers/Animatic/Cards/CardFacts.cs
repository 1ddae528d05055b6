using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Shooting;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>What there is to show on a card: words that can be set, photos, a link, a person.</summary>
internal sealed class CardFacts
{
    /// <summary>Letters that a badge can show large.</summary>
    private const int LongOffer = 18;

    /// <summary>Width by height of photos that suit a tall frame.</summary>
    private const double Upright = 1.15;

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _facts = new(StringComparer.Ordinal);

    /// <param name="photo">The first photo.</param>
    /// <param name="fills">The first photo can fill the whole picture without losing much.</param>
    public CardFacts(SalesCard card, FontFolder fonts, string language, CardPhoto photo, bool fills, bool hasCode)
    {
        void Add(string name, string? text)
        {
            if (text is not null && CaptionText.Clean(text, fonts, language) is { Length: > 0 } clean)
                _words[name] = clean;
        }

        Add("name", card.ProductName);
        Add("headline", card.Headline);
        Add("price", card.Price);
        Add("offer", card.Offer);
        Add("call", card.CallToAction);

        // Without a headline the product speaks for itself, and need not be named twice.
        if (!_words.ContainsKey("headline") && _words.Remove("name", out var name))
            _words["headline"] = name;
        _facts.UnionWith(_words.Keys);
        Set("long-offer", _words.TryGetValue("offer", out var offer) && offer.Length > LongOffer);
        for (var count = 2; count <= card.Images.Count; count++)
            _facts.Add(FormattableString.Invariant($"photo-{count}"));
        Set("cut-out", photo.IsCutOut);
        Set("upright", photo.Proportion < Upright);
        Set("fills", fills);
        Set("link", hasCode);
        Set("person", card.Person is not null);
    }

    /// <summary>Words by name; null when there are none.</summary>
    public string? Words(string? name) => name is not null ? _words.GetValueOrDefault(name) : null;

    /// <summary>
    /// Whether all of these are so: <c>headline</c>, <c>name</c>, <c>price</c>, <c>offer</c>, <c>call</c>, <c>link</c>, <c>person</c>, <c>photo-2</c> (at
    /// least so many), <c>long-offer</c> (too long for a badge), <c>cut-out</c>, <c>upright</c>, <c>fills</c>; with <c>!</c> before it, that it is not so.
    /// </summary>
    public bool Holds(IReadOnlyList<string> conditions) =>
        conditions.All(condition => condition.StartsWith('!') ? !_facts.Contains(condition[1..]) : _facts.Contains(condition));

    private void Set(string fact, bool so)
    {
        if (so)
            _facts.Add(fact);
    }
}
