using Rushes.Engine.Shooting;
using Rushes.Providers.Animatic.Cards;

namespace Rushes.Tests.Animatic.Cards;

public sealed class CardFactsTests
{
    [Fact]
    public void What_the_product_has_can_be_asked_for()
    {
        var facts = Of(Products.Whole("Action"));
        Assert.True(facts.Holds([]));
        Assert.True(facts.Holds(["name", "headline", "price", "offer", "call", "person", "photo-2", "photo-3", "!photo-4", "!long-offer", "upright"]));
        Assert.False(facts.Holds(["price", "!offer"]));
        Assert.False(facts.Holds(["no such thing"]));
    }

    [Fact]
    public void Without_a_headline_the_name_takes_its_place_and_is_not_repeated()
    {
        var facts = Of(Products.Bare("Hook"));
        Assert.Equal("Chổi đót", facts.Words("headline"));
        Assert.Null(facts.Words("name"));
        Assert.True(facts.Holds(["!price", "!offer", "!call", "!photo-2"]));
    }

    [Fact]
    public void Words_are_composed_and_rid_of_what_no_face_can_show()
    {
        var facts = Of(Products.Bare("Hook") with { Headline = "  Gia\u0309m\n 30% 🔥🔥 ", Offer = "🎁", Price = " " });
        Assert.Equal("Giảm 30%", facts.Words("headline"));
        Assert.Null(facts.Words("offer"));
        Assert.True(facts.Holds(["!offer", "!price"]));
    }

    private static CardFacts Of(SalesCard card) => new(card, Products.Fonts, "vi", Products.Photo(cutOut: false, 0.8), fills: true, hasCode: false);
}
