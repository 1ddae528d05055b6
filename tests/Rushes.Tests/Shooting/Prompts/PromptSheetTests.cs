using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Prompts;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Tests.Shooting.Prompts;

public sealed class PromptSheetTests
{
    private const string MadeUp = "made up";

    private static readonly VisualStyle Style = new Catalogue(ProductData.Shelf).Style("cinematic");

    private static readonly Character Lan = new() { Name = "Lan", VisualIdentity = "Lan is a girl of nine with a red scarf and a gap between her teeth." };

    private static readonly ShotOrder Order = Samples.Order() with
    {
        Language = "en",
        Prompt = "Lan lifts the lid of the box. Dust glitters in the air. Something inside moves.",
        Negative = "cartoon, blood",
        Cast = [Lan],
        Lines = [new("Lan", "Who are you?", 0.5, 1.5, null), new(null, "She should not have asked.", 2, 3.5, null)],
        Shot = new()
        {
            Prompt = "",
            Duration = 4,
            CameraShot = "Close-up, slow zoom-in",
            LightingMood = "Warm",
            Emotion = "wonder",
            Location = "Attic",
            TimeOfDay = "Night",
            VisualNotes = "The lid has a moon on it",
            Sound = "rain",
        },
    };

    /// <summary>Every model that there is, and such as there may be.</summary>
    public static TheoryData<string, int?, bool, bool> Models()
    {
        var data = new TheoryData<string, int?, bool, bool>();
        foreach (var model in new ModelBook(ProductData.Shelf).All)
            data.Add(model.Id, model.PromptLimit, model.NegativePrompt, model.BringsSound);
        foreach (var limit in (int[])[60, 200, 400, 512, 800, 1_000, 1_500, 2_500, 5_000])
        {
            data.Add(MadeUp, limit, true, true);
            data.Add(MadeUp, limit, false, false);
        }

        return data;
    }

    [Fact]
    public void A_prompt_tells_the_action_first_and_then_everything_that_the_scene_knows()
    {
        var sent = Sheet(Model(null, field: true, sound: true)).Write(Order);
        Assert.StartsWith("Lan lifts the lid of the box. Dust glitters in the air. Something inside moves. Lan: a girl of nine", sent.Text, StringComparison.Ordinal);
        foreach (var part in (string[])["Close-up, slow zoom-in", "Lan says: \"Who are you?\"", "Attic, Night", "anamorphic lens", "Warm", "wonder", "rain", "The lid has a moon on it"])
            Assert.Contains(part, sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("She should not have asked", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_must_not_be_seen_goes_into_the_providers_own_field_or_else_to_the_end()
    {
        var field = Sheet(Model(null, field: true, sound: true)).Write(Order);
        Assert.StartsWith("cartoon, blood, flat lighting", field.Negative, StringComparison.Ordinal);
        Assert.DoesNotContain("blood", field.Text, StringComparison.Ordinal);
        var none = Sheet(Model(null, field: false, sound: true)).Write(Order);
        Assert.Null(none.Negative);
        Assert.Matches("Avoid: cartoon, blood, flat lighting.*subtitles, captions, on-screen text\\.$", none.Text);
    }

    [Fact]
    public void A_look_that_the_action_tells_already_is_not_told_twice()
    {
        var told = Order with { Prompt = "Lan, a girl of nine with a red scarf and a gap between her teeth, lifts the lid." };
        Assert.DoesNotContain("Lan: ", Sheet(Model(null, field: true, sound: true)).Write(told).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_sound_is_told_who_talks_and_not_what()
    {
        var sent = Sheet(Model(null, field: true, sound: false)).Write(Order);
        Assert.Contains("Lan is talking.", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Who are you", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rain", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_narrator_is_only_asked_of_the_model_when_its_sound_is_all_that_is_heard() =>
        Assert.Contains(
            "A narrator who is not seen says: \"She should not have asked.\"",
            new PromptSheet(Model(null, true, true), Style, English, null, narrated: true).Write(Order).Text,
            StringComparison.Ordinal);

    [Fact]
    public void The_words_of_a_sales_card_are_no_part_of_the_picture() =>
        Assert.DoesNotContain("moon", Sheet(Model(null, true, true)).Write(Order with { Workflow = Film.Briefs.Workflow.SalesVideo }).Text, StringComparison.Ordinal);

    [Fact]
    public void As_many_pictures_go_along_as_the_model_takes()
    {
        var order = Order with { References = [new("/a.png"), new("/b.png"), new("/c.png")] };
        Assert.Equal(["/a.png", "/b.png"], Sheet(Model(null, true, true) with { References = 2 }).Write(order).References.Select(picture => picture.Path));
        Assert.Empty(Sheet(Model(null, true, true)).Write(order).References);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void No_prompt_exceeds_its_limit_no_sentence_is_cut_and_the_essentials_survive(string id, int? limit, bool field, bool sound)
    {
        var chance = new Random(20);
        for (var round = 0; round < 60; round++)
        {
            var order = Anything(chance);
            var model = Model(limit, field, sound);
            var sent = Sheet(model).Write(order);
            Assert.InRange(sent.Text.Length, 1, limit ?? int.MaxValue);
            var whole = Sheet(model with { PromptLimit = null }).Write(order);
            var possible = SentenceCut.Of(whole.Text, []).ToHashSet(StringComparer.Ordinal);
            var essentials = Essentials(order);
            var needed = essentials.Sum(text => text.Length + 1) + (field ? 0 : whole.Text.Length - whole.Text.LastIndexOf("Avoid: ", StringComparison.Ordinal));
            if (needed + 1 > (limit ?? int.MaxValue))
            {
                // No model that there is takes so little.
                Assert.Equal(MadeUp, id);
                continue;
            }

            Assert.All(SentenceCut.Of(sent.Text, []), sentence => Assert.Contains(sentence, possible));
            Assert.All(essentials, text => Assert.Contains(text, sent.Text, StringComparison.Ordinal));
            Assert.Contains("no dragons", field ? sent.Negative! : sent.Text, StringComparison.Ordinal);
            Assert.Contains("watermark", field ? sent.Negative! : sent.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(40, "Lan walks and walks; she never stops.")]
    [InlineData(12, "Lan walks.")]
    public void Only_a_first_sentence_that_alone_is_too_long_is_shortened_at_a_seam(int limit, string expected)
    {
        var order = Order with { Prompt = "Lan walks and walks; she never stops; nobody knows where the road ends, least of all she.", Cast = [], Negative = null };
        Assert.Equal(expected, new PromptSheet(Model(limit, true, true), null, English, null, false).Write(order).Text);
    }

    private static PromptWords English => ProductData.Shelf.Read<PromptWords>("prompts/en.json");

    private static PromptSheet Sheet(VideoModel model) => new(model, Style, English, null, narrated: false);

    private static VideoModel Model(int? limit, bool field, bool sound) => new()
    {
        Id = "m",
        Provider = "p",
        Name = new("M"),
        Aspects = [],
        CheckedOn = default,
        PromptLimit = limit,
        NegativePrompt = field,
        BringsSound = sound,
    };

    /// <summary>What a script may give at most and beyond: a prompt of up to 20,000 characters, eight people, long lines.</summary>
    private static ShotOrder Anything(Random chance)
    {
        var cast = Enumerable.Range(1, chance.Next(9)).Select(number => new Character { Name = $"Person{number}", VisualIdentity = $"Person{number} is {Text(chance, 20)}." }).ToList();
        var prompt = $"First {Text(chance, 12)}.";
        var length = chance.Next(10) switch { 0 => 20_000, < 4 => 6_000, _ => 1_900 };
        while (prompt.Length < length)
            prompt += $" {Text(chance, chance.Next(3, 15))}.";
        return Order with
        {
            Prompt = prompt,
            Cast = cast,
            Negative = "no dragons, " + Text(chance, 3),
            Lines = [.. cast.Select(one => new Engine.Voices.SpokenLine(one.Name, Text(chance, 30), 0, 1, null))],
            Shot = Order.Shot with { VisualNotes = Text(chance, 40), Location = Text(chance, 10), CameraShot = Text(chance, 12) },
        };
    }

    private static List<string> Essentials(ShotOrder order) =>
        [SentenceCut.Of(order.Prompt, [])[0], .. order.Cast.Select(one => $"{one.Name}: {one.VisualIdentity[(one.Name.Length + 4)..]}")];

    private static string Text(Random chance, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => string.Concat(Enumerable.Range(0, chance.Next(2, 9)).Select(_ => (char)('a' + chance.Next(26))))));
}
