using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Scripts;

public sealed class ScriptEditsTests
{
    private static readonly Script Three = new()
    {
        Title = "Three",
        Language = "en",
        Scenes =
        [
            new() { Prompt = "A", Duration = 4, Characters = ["Lan"], Dialogues = [new() { Text = "one" }, new() { Text = "two" }, new() { Text = "three" }], Narration = "told" },
            new() { Prompt = "B", Duration = 3, Characters = ["lan", "Minh"], VisualNotes = "red" },
            new() { Prompt = "C", Duration = 1.5 },
        ],
    };

    [Fact]
    public void A_scene_changes_places_with_its_neighbour_and_stays_at_an_end()
    {
        Assert.Equal("BAC", Order(Three.Move(2, up: true)));
        Assert.Equal("ACB", Order(Three.Move(2, up: false)));
        Assert.Equal("ABC", Order(Three.Move(1, up: true)));
        Assert.Equal("ABC", Order(Three.Move(3, up: false)));
    }

    [Fact]
    public void Splitting_keeps_every_second_and_every_line()
    {
        var split = Three.Split(1);
        Assert.Equal("AABC", Order(split));
        Assert.Equal(Three.Duration, split.Duration, 9);
        Assert.Equal(["one", "two"], split.Scenes[0].Dialogues.Select(line => line.Text));
        Assert.Equal(["three"], split.Scenes[1].Dialogues.Select(line => line.Text));
        Assert.Equal(("told", null), (split.Scenes[0].Narration, split.Scenes[1].Narration));
    }

    [Fact]
    public void Merging_keeps_everything_that_is_said_and_seen()
    {
        var merged = Three.Merge(1);
        Assert.Equal(2, merged.Scenes.Count);
        Assert.Equal(("A B", 7.0, "red", "told"), (merged.Scenes[0].Prompt, merged.Scenes[0].Duration, merged.Scenes[0].VisualNotes, merged.Scenes[0].Narration));
        Assert.Equal(["Lan", "Minh"], merged.Scenes[0].Characters);
        Assert.Equal(3, merged.Scenes[0].Dialogues.Count);
    }

    [Fact]
    public void Scenes_are_removed_inserted_and_replaced_by_number()
    {
        var other = Three.Scenes[2] with { Prompt = "D" };
        Assert.Equal("AC", Order(Three.Remove(2)));
        Assert.Equal("DABC", Order(Three.Insert(0, other)));
        Assert.Equal("ABCD", Order(Three.Insert(3, other)));
        Assert.Equal("ADC", Order(Three.Replace(2, other)));
    }

    [Fact]
    public void What_cannot_be_done_is_a_mistake_that_says_why()
    {
        Assert.Equal("film.no-scene", Code(() => Three.Remove(4)));
        Assert.Equal("film.no-scene", Code(() => Three.Move(0, up: true)));
        Assert.Equal("script.too-short-to-split", Code(() => Three.Split(3)));
        Assert.Equal("script.nothing-to-merge", Code(() => Three.Merge(3)));
        Assert.Equal("script.last-scene", Code(() => (Three with { Scenes = [Three.Scenes[0]] }).Remove(1)));
    }

    private static string Order(Script script) => string.Concat(script.Scenes.Select(scene => scene.Prompt));

    private static string Code(Func<Script> edit) => Assert.Throws<MistakeException>(edit).Mistake.Code;
}
