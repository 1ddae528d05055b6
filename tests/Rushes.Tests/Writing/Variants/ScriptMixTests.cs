using Rushes.Engine.Writing.Variants;
using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Writing.Variants;

public sealed class ScriptMixTests
{
    private static readonly Script First = Of("first", "Lan", 3);
    private static readonly Script Second = Of("second", "Minh", 4);

    [Fact]
    public void Scenes_come_in_the_order_in_which_they_are_taken_with_whoever_is_in_them()
    {
        var mix = ScriptMix.Of([new("a", First, [1, 3]), new("b", Second, [4, 2])]);
        Assert.Equal(["first 1", "first 3", "second 4", "second 2"], mix.Scenes.Select(scene => scene.Prompt));
        Assert.Equal(["Lan", "Minh"], mix.Characters.Select(one => one.Name));
        Assert.Equal("first", mix.Title);
    }

    [Fact]
    public void A_script_without_numbers_is_taken_whole() => Assert.Equal(First.Scenes, ScriptMix.Of([new("a", First, [])]).Scenes);

    [Fact]
    public void A_scene_that_is_not_there_is_named()
    {
        var mistake = Assert.Throws<MistakeException>(() => ScriptMix.Of([new("a.json", First, [4])])).Mistake;
        Assert.Equal(["a.json", 4, 3], mistake.Details);
    }

    [Theory]
    [InlineData("2", "2")]
    [InlineData("1-3,5", "1 2 3 5")]
    [InlineData("4, 2", "4 2")]
    [InlineData("451-452", "451 452")]
    public void Numbers_are_read_as_people_write_them(string list, string numbers) => Assert.Equal(numbers, string.Join(' ', SceneTaking.Numbers(list)));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("3-1")]
    [InlineData("1-2-3")]
    [InlineData("1-2000000000")]
    [InlineData("one")]
    public void What_is_no_list_of_scenes_is_refused(string list) =>
        Assert.Equal("script.scene-list", Assert.Throws<MistakeException>(() => SceneTaking.Numbers(list)).Mistake.Code);

    [Fact]
    public void What_a_film_earned_stays_in_its_script_and_grows()
    {
        var script = new Earned(Views: 1200).In(First);
        script = new Earned(Retention: 0.61, Sales: 7).In(ScriptJson.Read(ScriptJson.Write(script), "x"));
        Assert.Equal(new Earned(1200, 0.61, 7), Earned.Of(ScriptJson.Read(ScriptJson.Write(script), "x")));
        Assert.Null(Earned.Of(First));
    }

    private static Script Of(string title, string name, int scenes) => new()
    {
        Title = title,
        Language = "en",
        Characters = [new() { Name = name }, new() { Name = "Nobody" }],
        Scenes = [.. Enumerable.Range(1, scenes).Select(number => new Scene { Prompt = $"{title} {number}", Duration = 4, Characters = [name] })],
    };
}
