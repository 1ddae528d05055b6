using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Voices;
using Rushes.Engine.Writing;
using Rushes.Engine.Writing.Checking;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;
using Rushes.Tests.Writing.Sales;

namespace Rushes.Tests.Writing;

/// <summary>One scene written anew by the built-in writer.</summary>
public sealed class RewriteTests
{
    private static readonly BuiltInWriter Writer = new(ProductData.Shelf);
    private static readonly ScriptChecks Checks = new(ProductData.Shelf);

    public static TheoryData<string, string> Ideas => new()
    {
        { "vi", "Một chú mèo con lạc mẹ tìm đường về nhà trong đêm mưa" },
        { "en", "A lighthouse keeper finds a bottle with a letter to himself" },
        { "en", "Three ways to brew better coffee at home" },
        { "en", "A thief returns a painting. The painter has waited for him. They paint the empty wall together." },
    };

    [Theory]
    [MemberData(nameof(Ideas))]
    public async Task Every_scene_of_a_story_can_be_written_anew_and_all_else_stays(string language, string idea)
    {
        var order = Order(new() { Workflow = Workflow.Text2Video, Idea = idea, Language = language });
        await EverySceneAsync(order, await WriteAsync(order));
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Every_scene_of_a_sales_film_can_be_written_anew_and_all_else_stays(string language)
    {
        var order = Order(new() { Workflow = Workflow.SalesVideo, Product = language == "vi" ? Shop.FishSauce : Shop.Serum, Language = language });
        await EverySceneAsync(order, await WriteAsync(order));
    }

    [Fact]
    public async Task Written_anew_again_and_again_it_is_another_scene_each_time_and_the_same_for_the_same_scene()
    {
        var order = Order(new() { Workflow = Workflow.Text2Video, Idea = (string)Ideas.First().Data.Item2, Language = "vi" });
        var first = await WriteAsync(order);
        var (second, again) = (await AnewAsync(order, first, 4), await AnewAsync(order, first, 4));
        Assert.Equal(ScriptJson.Write(second), ScriptJson.Write(again));
        var third = await AnewAsync(order, second, 4);
        Assert.Equal(3, new[] { first, second, third }.Select(script => script.Scenes[3].Prompt).Distinct().Count());
    }

    [Theory]
    [InlineData("vi", "Một chú mèo con lạc mẹ tìm đường về nhà trong đêm mưa")]
    [InlineData("en", "A thief returns a painting to the old painter")]
    public async Task It_shows_something_else_wherever_the_writer_knows_something_else(string language, string idea)
    {
        var order = Order(new() { Workflow = Workflow.Text2Video, Idea = idea, Language = language });
        var script = await WriteAsync(order);
        var anew = script;
        foreach (var number in Enumerable.Range(1, script.Scenes.Count))
            anew = await AnewAsync(order, anew, number);
        var same = script.Scenes.Zip(anew.Scenes).Count(pair => ActionOf(pair.First) == ActionOf(pair.Second));
        Assert.InRange(same, 0, script.Scenes.Count / 3);

        static string ActionOf(Scene scene) => scene.Prompt.Split('.')[0];
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task It_keeps_to_the_people_of_its_own_variant_and_to_what_the_user_changed(int variant)
    {
        var order = Order(new() { Workflow = Workflow.Text2Video, Idea = "A lighthouse keeper finds a bottle with a letter to himself", Language = "en" }) with { Variant = variant };
        var script = await WriteAsync(order);
        script = script.Move(2, up: false).Remove(4);
        script = script.Replace(3, script.Scenes[2] with { Location = "The old mill of Haworth", TimeOfDay = "Dusk", Duration = 5.5, Intensity = -0.7 });

        // Which variant it is, nobody remembers.
        var scene = (await AnewAsync(order with { Variant = 0 }, script, 3)).Scenes[2];
        Assert.Equal((5.5, -0.7, script.Scenes[2].StoryBeat), (scene.Duration, scene.Intensity, scene.StoryBeat));
        Assert.Equal(("The old mill of Haworth", "Dusk"), (scene.Location, scene.TimeOfDay));
        Assert.Subset(script.Characters.Select(one => one.Name).ToHashSet(), scene.Characters.ToHashSet());
    }

    [Fact]
    public async Task A_script_that_somebody_else_wrote_gets_whoever_is_new_in_the_scene()
    {
        var order = Order(new() { Workflow = Workflow.Text2Video, Idea = "Three", Language = "en", Duration = 9 });
        var script = new Script { Title = "Three", Language = "en", Scenes = [.. new[] { "a street", "a park", "a bridge" }.Select(place => new Scene { Prompt = $"Rain on {place}.", Duration = 3 })] };
        var anew = await AnewAsync(order, script, 2);
        Assert.NotEqual("Rain on a park.", anew.Scenes[1].Prompt);
        Assert.Subset(anew.Characters.Select(one => one.Name).ToHashSet(), anew.Scenes[1].Characters.ToHashSet());
    }

    [Fact]
    public async Task Only_the_takes_of_that_scene_become_stale()
    {
        var order = Order(new() { Workflow = Workflow.Text2Video, Idea = "A red fox looks for its lost cub", Language = "en" });
        var script = await WriteAsync(order);
        var anew = await AnewAsync(order, script, 2);
        var project = new Project { Folder = "/p", Created = default, Brief = order.Brief };
        Assert.Equal([2], Enumerable.Range(1, script.Scenes.Count).Where(scene => DigestOf(script, scene) != DigestOf(anew, scene)));

        string DigestOf(Script from, int scene) => OrderDigest.Of(OrderWriter.Write(project, from, new SpokenScene(scene, 120, [], 0), 1));
    }

    [Fact]
    public async Task A_language_that_it_does_not_know_is_refused()
    {
        var order = Order(new() { Workflow = Workflow.Text2Video, Idea = "Une mouette", Language = "fr" });
        var script = new Script { Title = "Une mouette", Language = "fr", Scenes = [new() { Prompt = "Une mouette.", Duration = 3 }] };
        Assert.Equal("script.writer-language", (await Assert.ThrowsAsync<MistakeException>(() => AnewAsync(order, script, 1))).Mistake.Code);
    }

    private static async Task EverySceneAsync(WritingOrder order, Script script)
    {
        var usual = Checks.Check(script, order.Brief).Count;
        foreach (var number in Enumerable.Range(1, script.Scenes.Count))
        {
            var anew = await AnewAsync(order, script, number);
            Assert.NotEqual(script.Scenes[number - 1].Prompt, anew.Scenes[number - 1].Prompt);
            Assert.Equal(script.Duration, anew.Duration, 9);
            Assert.Equal(ScriptJson.Write(script), ScriptJson.Write(anew.Replace(number, script.Scenes[number - 1]) with { Characters = script.Characters, HookSummary = script.HookSummary }));
            Assert.Equal(
                (script.Scenes[number - 1].StoryBeat, script.Scenes[number - 1].Intensity), (anew.Scenes[number - 1].StoryBeat, anew.Scenes[number - 1].Intensity));
            if (script.HookSummary == script.Scenes[0].Narration && anew.Scenes[0].Narration is { } opening)
                Assert.Equal(opening, anew.HookSummary);
            Assert.True(Checks.Check(anew, order.Brief).Count <= usual, $"{number}: {string.Join(" | ", Checks.Check(anew, order.Brief).Select(warning => warning.Line))}");
        }
    }

    private static WritingOrder Order(Brief brief) => new(brief, ClipLengths.Any);

    private static Task<Script> WriteAsync(WritingOrder order) => Writer.WriteAsync(order, null, TestContext.Current.CancellationToken);

    private static Task<Script> AnewAsync(WritingOrder order, Script script, int scene) => Writer.RewriteAsync(new(order, script, scene), null, TestContext.Current.CancellationToken);
}
