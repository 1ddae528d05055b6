using Rushes.Engine.Writing.Sales;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing.Sales;

/// <summary>The phrase banks themselves: nothing in them can break a film or invent a figure.</summary>
public sealed class SalesBankTests
{
    private static readonly string[] Beats = ["Hook", "Problem", "Agitation", "Solution", "Desire", "Proof", "Action"];

    public static TheoryData<string, string> Banks =>
        [.. ((string[])["vi", "en"]).SelectMany(language => ProductData.Shelf.ReadAll<SalesBank>($"writing/{language}/sales").Select(bank => (language, bank.Id)))];

    [Theory]
    [MemberData(nameof(Banks))]
    public void Every_kind_of_product_has_a_whole_film(string language, string id)
    {
        var bank = ProductData.Shelf.Read<SalesBank>($"writing/{language}/sales/{id}.json");
        Assert.All(Beats, beat => Assert.NotEmpty(bank.Of(beat)));
        Assert.True(bank.Of("Hook").Count >= 2);
        Assert.All(bank.Beats.Values.SelectMany(moments => moments), moment =>
        {
            Assert.NotEmpty(moment.Show);
            Assert.NotEmpty(moment.Say);
            Assert.All(moment.Head, head => Assert.True(head.Length <= SalesComposer.LongestHeadline, head));
        });
        Assert.All(bank.Thumbnails, text => Assert.True(text.Length <= PostWriter.LongestThumbnail, text));
        Assert.All((IReadOnlyList<string>[])[bank.Who, bank.Before, bank.After, bank.Times, bank.Sounds, bank.Promises, bank.Hashtags, bank.Emoji], Assert.NotEmpty);
    }

    [Theory]
    [MemberData(nameof(Banks))]
    public void No_bank_holds_a_figure(string language, string id) =>
        Assert.DoesNotMatch(@"\d", File.ReadAllText(ProductData.Shelf.Library.PathOf($"writing/{language}/sales/{id}.json")));

    [Theory]
    [MemberData(nameof(Banks))]
    public async Task Every_word_of_a_bank_can_be_sold_with_every_slot_filled(string language, string id)
    {
        var word = ProductData.Shelf.Read<SalesBank>($"writing/{language}/sales/{id}.json").Words[0].Words[0];
        for (var variant = 0; variant < 4; variant++)
        {
            var script = await Shop.Film(new() { Name = $"{word} Zena", Images = ["/a/1.jpg"] }, language, 90, variant: variant);
            Assert.All(Shop.Texts(script), text => Assert.DoesNotMatch(@"[{}\[\]]|\s{2}|\bnull\b", text.Replace("\n", " ", StringComparison.Ordinal)));
            Assert.All(script.Scenes, scene => Assert.False(string.IsNullOrWhiteSpace(scene.Prompt)));
        }
    }

    [Theory]
    [InlineData("vi", "Nước mắm Ba Làng", "chai nước mắm")]
    [InlineData("vi", "Robot hút bụi X", "em robot")]
    [InlineData("vi", "Áo dài lụa", "bộ áo dài")]
    [InlineData("en", "Coffee mug for office", "mug")]
    [InlineData("en", "AirLite running shoes", "running shoes")]
    [InlineData("en", "Zorb", "product")]
    public async Task The_head_of_a_name_says_what_it_is(string language, string name, string called) =>
        Assert.Contains(
            (await Shop.Film(new() { Name = name, Images = ["/a/1.jpg"] }, language, 60)).Scenes,
            scene => scene.Prompt.Contains(called, StringComparison.OrdinalIgnoreCase));
}
