using Rushes.Engine.Writing;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing;

public sealed class BuiltInWriterTests
{
    private const string Kitten = "Một chú mèo con lạc mẹ tìm đường về nhà trong đêm mưa";

    private static readonly BuiltInWriter Writer = new(ProductData.Shelf);

    private static async Task<Script> Write(string idea, double seconds = 32, long seed = 0, string? language = null, int variant = 0) =>
        await Writer.WriteAsync(
            new(new Brief { Workflow = Workflow.Text2Video, Idea = idea, Duration = seconds, Seed = seed, Language = language }, ClipLengths.Any, variant),
            null, TestContext.Current.CancellationToken);

    [Fact]
    public async Task The_same_seed_writes_the_same_script() =>
        Assert.Equal(ScriptJson.Write(await Write(Kitten, seed: 5)), ScriptJson.Write(await Write(Kitten, seed: 5)));

    [Fact]
    public async Task Another_seed_and_another_variant_write_another_script()
    {
        var first = ScriptJson.Write(await Write(Kitten));
        Assert.NotEqual(first, ScriptJson.Write(await Write(Kitten, seed: 1)));
        Assert.NotEqual(first, ScriptJson.Write(await Write(Kitten, variant: 1)));
    }

    [Theory]
    [InlineData("A cat crosses a bridge in the rain", HandsOfEnglish)]
    [InlineData("A dog travels across the desert to find water", HandsOfEnglish)]
    [InlineData("A rabbit dreams of flying to the moon", HandsOfEnglish)]
    [InlineData("A fox explores a spaceship", HandsOfEnglish)]
    [InlineData("A bear discovers a message in a bottle", HandsOfEnglish)]
    [InlineData("Chú mèo băng qua sa mạc tìm biển", HandsOfVietnamese)]
    [InlineData("Con thỏ phiêu lưu lên đỉnh núi", HandsOfVietnamese)]
    [InlineData("Chú chó tìm thấy một lá thư", HandsOfVietnamese)]
    public async Task An_animal_does_nothing_that_needs_hands(string idea, string hands)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var script = await Write(idea, seconds: 64, seed);
            var hero = script.Characters[0].Name;
            Assert.All(script.Scenes.Where(scene => scene.Characters is [_]), scene => Assert.DoesNotMatch($"{hero}[^.;:]*({hands})", scene.Prompt));
        }
    }

    private const string HandsOfEnglish = @"\b(hands?|fingers?|knees|palms?|sleeves?|pockets?|backpack|phone|shoes)\b";
    private const string HandsOfVietnamese = "bàn tay|hai tay|một tay|ngón tay|nắm tay|tay áo|túi áo|ba lô|đôi giày";

    [Fact]
    public async Task A_rainy_night_stays_a_rainy_night_until_the_end()
    {
        var scenes = (await Write(Kitten)).Scenes;
        Assert.All(scenes.SkipLast(1), scene => Assert.Equal(("Night", "rain"), (scene.TimeOfDay, scene.Sound)));
        Assert.Equal("Dawn", scenes[^1].TimeOfDay);
    }

    [Fact]
    public async Task The_hero_is_the_one_of_the_idea_and_every_scene_repeats_the_look()
    {
        var script = await Write(Kitten);
        var hero = script.Characters[0];
        Assert.Contains("mèo con", hero.VisualIdentity, StringComparison.Ordinal);
        var look = hero.VisualIdentity[(hero.VisualIdentity.IndexOf(" là ", StringComparison.Ordinal) + 4)..^1];
        Assert.All(script.Scenes.Where(scene => scene.Characters.Contains(hero.Name)), scene => Assert.Contains(look, scene.Prompt, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_word_that_only_ends_like_a_calling_is_nobody_and_what_cannot_be_held_is_held_by_nobody()
    {
        var dog = await Write("A stray dog saves a child from the river");
        Assert.DoesNotContain(dog.Characters, character => character.VisualIdentity.Contains("a river", StringComparison.Ordinal));
        var driver = await Write("A taxi driver meets his future self");
        Assert.DoesNotContain(driver.Scenes, scene => scene.Prompt.Contains("the future self", StringComparison.Ordinal));
        Assert.Contains("the last lighthouse keeper", (await Write("The last lighthouse keeper and the whale")).Characters[0].VisualIdentity, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anh thợ sửa xe và chiếc xe máy của người cha đã mất", "người cha")]
    [InlineData("A carpenter finds the watch of his late father", "father")]
    public async Task Who_is_dead_is_not_seen(string idea, string dead) =>
        Assert.DoesNotContain((await Write(idea)).Characters, character => character.VisualIdentity.Contains(dead, StringComparison.Ordinal));

    [Fact]
    public async Task A_letter_to_the_moon_is_not_written_there()
    {
        Assert.DoesNotContain((await Write("A little girl sends a letter to the moon")).Scenes, scene => scene.Location!.Contains("planet", StringComparison.Ordinal));
        Assert.Contains((await Write("An old gardener grows flowers on the moon")).Scenes, scene => scene.Location!.Contains("planet", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Ba bước pha trà sen đúng điệu", "Ba bước pha trà sen đúng điệu.", "Bước một: ", "Bước hai: ")]
    [InlineData("Năm điều nên làm khi đến Đà Lạt", "Năm điều nên làm khi đến Đà Lạt.", "Một: ", "Năm: ")]
    [InlineData("How to make a paper boat that floats", "How to make a paper boat that floats.", "Step one: ", "Step three: ")]
    public async Task A_guide_opens_with_its_name_and_then_counts_from_one(string idea, string opening, string first, string last)
    {
        var told = (await Write(idea)).Scenes.Select(scene => scene.Narration ?? "").ToList();
        Assert.Equal(opening, told[0]);
        Assert.StartsWith(first, told[1], StringComparison.Ordinal);
        Assert.Contains(told, line => line.StartsWith(last, StringComparison.Ordinal));
        Assert.DoesNotContain(told, line => line.Contains("..", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_child_calls_its_father_what_children_do()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var script = await Write("Người cha nấu bữa cơm cuối năm chờ con về", seed: seed);
            var child = script.Characters[0].Name;
            var said = string.Join(' ', script.Scenes.SelectMany(scene => scene.Dialogues).Where(line => line.Speaker == child).Select(line => line.Text.ToLowerInvariant()));
            Assert.DoesNotMatch(@"\b(anh|em|chú|tôi)\b", said);
        }
    }

    [Fact]
    public async Task What_the_elder_does_in_the_idea_is_not_done_by_the_younger_who_leads()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var script = await Write("A grandmother teaches her grandson to cook noodles", seed: seed);
            var grandson = script.Characters.Single(one => one.VisualIdentity.Contains("grandson", StringComparison.Ordinal)).Name;
            Assert.DoesNotContain(script.Scenes, scene => (scene.Prompt + scene.Narration).Contains($"{grandson} teaches", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Another_language_names_the_remedy()
    {
        var mistake = (await Assert.ThrowsAsync<MistakeException>(() => Write(Kitten, language: "fr"))).Mistake;
        Assert.Equal("script.writer-language", mistake.Code);
        Assert.Contains("--writer", Engine.Texts.Sentence.Of(mistake), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(32)]
    [InlineData(600)]
    [InlineData(3600)]
    public async Task The_seconds_are_met_exactly(double seconds) => Assert.Equal(seconds, (await Write(Kitten, seconds)).Duration, 6);
}
