using System.Text.RegularExpressions;
using Rushes.Engine.Library;
using Rushes.Engine.Writing;
using Rushes.Film;
using Rushes.Film.Products;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing.Sales;

public sealed partial class SalesWriterTests
{
    private static readonly string[] Beats = ["Hook", "Problem", "Agitation", "Solution", "Desire", "Proof", "Action"];

    public static TheoryData<double> Durations => [3, 5, 6.5, 8, 12, 15, 16, 20, 24, 28, 30, 32, 45, 60, 61.2, 90, 120, 300, 3600];

    [Fact]
    public async Task A_film_of_usual_length_has_the_seven_beats_in_order()
    {
        var script = await Shop.Film(Shop.FishSauce, "vi");
        Assert.Equal(ScriptKind.Sales, script.Kind);
        Assert.Equal(Beats, script.Scenes.Select(scene => scene.StoryBeat));
    }

    [Theory]
    [MemberData(nameof(Durations))]
    public async Task Seconds_are_exact_beats_keep_their_order_and_the_last_one_sells(double seconds)
    {
        var script = await Shop.Film(Shop.Serum, "en", seconds);
        Assert.Equal(seconds, script.Duration, 6);
        var order = script.Scenes.Select(scene => Array.IndexOf(Beats, scene.StoryBeat)).ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
        Assert.Equal("Action", script.Scenes[^1].StoryBeat);
        if (seconds <= 120)
            Assert.All(script.Scenes, scene => Assert.InRange(scene.Duration, 3, 8.999));
    }

    [Theory]
    [InlineData(8, 32)]
    [InlineData(8, 30)]
    [InlineData(6, 60)]
    public async Task Models_with_fixed_clips_get_scenes_that_they_can_film(double clip, double seconds)
    {
        var script = await Shop.Film(Shop.FishSauce, "vi", seconds, clips: ClipLengths.Of(clip));
        Assert.Equal(seconds, script.Duration, 6);
        Assert.All(script.Scenes, scene => Assert.True(scene.Duration <= clip));
    }

    [Theory]
    [MemberData(nameof(Durations))]
    public async Task Every_line_can_be_spoken_in_its_scene(double seconds)
    {
        foreach (var (product, language) in ((Product, string)[])[(Shop.FishSauce, "vi"), (Shop.Serum, "en")])
        {
            var facts = new Catalogue(ProductData.Shelf).Language(language);
            var script = await Shop.Film(product, language, seconds);
            foreach (var scene in script.Scenes.Where(scene => scene.Narration is not null))
                Assert.True(Speakable.Seconds(scene.Narration!, facts) <= scene.Duration, $"{scene.Duration} s: {scene.Narration}");
            if (seconds <= 60)
                Assert.All(script.Scenes, scene => Assert.False(string.IsNullOrEmpty(scene.Narration)));
        }
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task No_number_is_invented(string language)
    {
        foreach (var product in (Product[])[Shop.FishSauce, Shop.Serum, Shop.Plain])
        {
            var given = Numbers(string.Join(' ', [product.Name, product.Description, product.Price, product.Offer, product.Link, .. product.SellingPoints,
                .. product.People.Select(one => one.Description)])).ToHashSet();
            for (var seed = 0; seed < 5; seed++)
            {
                var script = await Shop.Film(product, language, 60, seed);
                Assert.All(Shop.Texts(script).SelectMany(Numbers), number => Assert.Contains(number, given));
            }
        }
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Without_a_price_or_an_offer_none_is_spoken_of(string language)
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var texts = string.Join('\n', Shop.Texts(await Shop.Film(Shop.Plain, language, 60, seed)));
            Assert.DoesNotMatch(@"(?i)\bgiá\b|ưu đãi|khuyến mãi|giảm giá|bảo hành|\bprice|offer|discount|guarantee|warranty|review|bestsell", texts.Replace("#review", "", StringComparison.Ordinal));
            Assert.DoesNotContain("{", texts, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_seller_gave_is_in_the_film()
    {
        var script = await Shop.Film(Shop.FishSauce, "vi", 45);
        var spoken = string.Join(' ', script.Scenes.Select(scene => scene.Narration));
        Assert.Contains("129.000đ", spoken, StringComparison.Ordinal);
        Assert.Contains("tặng 1 chén chấm gốm", spoken, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("đặt ngay hôm nay", script.Scenes[^1].Narration, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("cá cơm than", spoken, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(script.Scenes, scene => scene.StoryBeat == "Proof" && scene.Narration!.Contains("đổi trả trong 7 ngày", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nothing_begins_with_a_greeting()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            foreach (var (product, language) in ((Product, string)[])[(Shop.FishSauce, "vi"), (Shop.Plain, "vi"), (Shop.Serum, "en")])
                Assert.DoesNotMatch(@"(?i)^(xin chào|chào |hello|hi\b|hey\b|welcome)", (await Shop.Film(product, language, 32, seed)).Scenes[0].Narration!);
        }
    }

    [Fact]
    public async Task The_same_seed_sells_alike_another_seed_variant_or_product_does_not()
    {
        var first = ScriptJson.Write(await Shop.Film(Shop.FishSauce, "vi", seed: 3));
        Assert.Equal(first, ScriptJson.Write(await Shop.Film(Shop.FishSauce, "vi", seed: 3)));
        Assert.NotEqual(first, ScriptJson.Write(await Shop.Film(Shop.FishSauce, "vi", seed: 4)));
        var other = await Shop.Film(Shop.FishSauce, "vi", seed: 3, variant: 1);
        Assert.NotEqual((await Shop.Film(Shop.FishSauce, "vi", seed: 3)).Scenes[0].Narration, other.Scenes[0].Narration);
        var pen = (await Shop.Film(Shop.Plain, "vi", seed: 3)).Scenes.Select(scene => scene.Prompt);
        Assert.Empty(pen.Intersect((await Shop.Film(Shop.FishSauce, "vi", seed: 3)).Scenes.Select(scene => scene.Prompt)));
    }

    [Fact]
    public async Task Headlines_fit_the_card_and_the_curve_moves()
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var script = await Shop.Film(Shop.Serum, "en", 60, seed);
            Assert.All(script.Scenes, scene => Assert.InRange(scene.VisualNotes!.Length, 1, 40));
            Assert.True(script.Scenes.Max(scene => scene.Intensity) - script.Scenes.Min(scene => scene.Intensity) > 1);
        }
    }

    [Fact]
    public async Task The_sellers_people_are_the_characters_and_every_prompt_repeats_how_they_look()
    {
        var script = await Shop.Film(Shop.Serum, "en", 60);
        var anna = Assert.Single(script.Characters);
        Assert.Equal("Anna", anna.Name);
        Assert.Contains("freckles", anna.VisualIdentity, StringComparison.Ordinal);
        var with = script.Scenes.Where(scene => scene.Characters.Contains("Anna")).ToList();
        Assert.NotEmpty(with);
        Assert.All(with, scene => Assert.Contains(anna.VisualIdentity, scene.Prompt, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pas")]
    [InlineData("aida")]
    [InlineData("three-act")]
    public async Task A_sales_template_is_followed_and_a_story_template_leaves_the_usual_beats(string template)
    {
        var script = await Shop.Film(Shop.FishSauce, "vi", 60, template: template);
        Assert.Equal(template == "three-act" ? "seven-beats" : template, script.Template);
        var beats = new Catalogue(ProductData.Shelf).Template(script.Template!).Beats.Select(beat => beat.Beat);
        Assert.Equal(beats, script.Scenes.Select(scene => scene.StoryBeat!).Distinct());
    }

    [Fact]
    public async Task Hostile_texts_stay_texts()
    {
        const string nasty = "\"><script>alert(1)</script> {price} [a|b] ../.. 🌟\n\r\tDòng\u202E hai 'x' \uD83D";
        var product = new Product
        {
            Name = nasty,
            Description = nasty,
            SellingPoints = [nasty, "", "   ", "🌟", new string('x', 3000)],
            Price = nasty,
            Offer = nasty,
            CallToAction = nasty,
            Link = "https://vi-du.vn/?a=1&b=<2>",
            Images = ["/a/1.jpg"],
            People = [new(null, nasty), new(null, "")],
        };
        foreach (var language in (string[])["vi", "en"])
        {
            var script = await Shop.Film(product, language, 60);
            Assert.Contains("🌟", script.Title, StringComparison.Ordinal);
            Assert.Contains("<script>alert(1)</script> {price} [a|b] ../..", script.Title, StringComparison.Ordinal);
            Assert.All(script.Scenes, scene => Assert.DoesNotMatch(@"[\n\r\t\u202E🌟]", $"{scene.Narration}{scene.VisualNotes}"));
            var json = ScriptJson.Write(script);
            Assert.Equal(json, ScriptJson.Write(ScriptJson.Read(json, "script.json")));
        }
    }

    [Fact]
    public async Task A_name_of_nothing_that_can_be_said_is_still_sold()
    {
        var script = await Shop.Film(new() { Name = "🌟🌟", Images = ["/a/1.jpg"] }, "vi");
        Assert.All(script.Scenes, scene => Assert.False(string.IsNullOrWhiteSpace(scene.Narration)));
        Assert.Contains("🌟🌟", script.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_language_names_the_remedy() =>
        Assert.Equal("script.writer-language", (await Assert.ThrowsAsync<MistakeException>(() => Shop.Film(Shop.Plain, "fr"))).Mistake.Code);

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number();
}
