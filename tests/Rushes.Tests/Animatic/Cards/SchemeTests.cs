using System.Text.Json;
using Rushes.Providers.Animatic.Cards;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Tests.Cutting;

namespace Rushes.Tests.Animatic.Cards;

public sealed class SchemeTests
{
    private readonly SchemeBook _book = new(new RepositoryData());

    [Fact]
    public void Words_can_be_read_in_every_scheme()
    {
        Assert.NotEmpty(_book.All);
        foreach (var scheme in _book.All)
        {
            Assert.True(Scheme.Contrast(scheme.Of("ink"), scheme.Of("paper")) >= 7, scheme.Name.En);
            Assert.True(Scheme.Contrast(scheme.Of("paper"), scheme.Of("brand")) >= 4, scheme.Name.En);
            Assert.True(Scheme.Contrast(scheme.On(scheme.Of("accent")), scheme.Of("accent")) >= 4, scheme.Name.En);
            Assert.True(Scheme.Contrast(scheme.Of("accent"), scheme.Of("ink")) >= 3, scheme.Name.En);
        }
    }

    [Fact]
    public void All_scenes_of_a_product_have_one_scheme_and_products_differ()
    {
        Assert.Single(Products.Beats.Select(beat => _book.Of(Products.Whole(beat))).Distinct());
        Assert.True(Enumerable.Range(0, 40).Select(number => _book.Of(Products.Bare("Hook") with { ProductName = $"Sản phẩm {number}" })).Distinct().Count() >= 5);
    }

    [Theory]
    [InlineData("Ocean", "ocean")]
    [InlineData("đại dương", "ocean")]
    [InlineData("night gold", "night gold")]
    public void A_scheme_can_be_named_in_both_languages(string named, string expected) =>
        Assert.Equal(expected, _book.Of(Products.Bare("Hook") with { Scheme = named }).Name.En);

    [Fact]
    public void Colours_can_be_names_codes_and_mixtures()
    {
        var scheme = _book.All[0];
        Assert.Equal(Colour.Parse(scheme.Brand), scheme.Of("brand"));
        Assert.Equal(new Colour(1, 0, 0), scheme.Of("#ff0000"));
        Assert.Equal(Colour.Mix(scheme.Of("ink"), scheme.Of("brand-2"), 0.25), scheme.Of(JsonSerializer.Deserialize<JsonElement>("""["ink","brand-2",0.25]""")));
        Assert.Equal(scheme.Of("ink"), scheme.Of("no such colour"));
    }

    [Fact]
    public void Black_on_white_has_the_contrast_that_the_standard_says() =>
        Assert.Equal(21, Scheme.Contrast(Colour.Black, Colour.White), 6);
}
