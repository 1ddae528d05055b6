using System.Text.Json.Nodes;
using Rushes.Engine.Shooting;
using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Writing.LanguageModels;

/// <summary>One scene written anew by a language model: another scene, or one clear sentence and the script as it was.</summary>
public sealed class ModelRewriteTests
{
    private static Answer Another(Asked asked, int fable = 41) => Answer.But(asked, answer =>
    {
        var scene = Fable.Scene(fable);
        scene["number"] = Fable.NumbersIn(asked.Prompt)[0];
        scene["duration"] = 77;
        answer["scenes"] = new JsonArray(scene);
    });

    [Fact]
    public async Task It_is_asked_for_with_its_neighbours_and_takes_the_place_of_the_old_one()
    {
        var model = new ScriptedModel((_, asked) => asked.Form == "rewrite" ? Another(asked) : Answer.Right(asked));
        var desk = new WritingDesk().With(model);
        var script = await desk.WriteAsync();

        var anew = await desk.RewriteAsync(script, 3);

        var asked = Assert.Single(model.Calls, call => call.Form == "rewrite");
        Assert.Equal([3], Fable.NumbersIn(asked.Prompt));
        Assert.Contains(script.Scenes[1].Prompt, asked.Prompt, StringComparison.Ordinal);
        Assert.Contains(script.Scenes[3].Prompt, asked.Prompt, StringComparison.Ordinal);
        Assert.Contains(script.Scenes[2].Prompt, asked.Prompt, StringComparison.Ordinal);
        Assert.Contains(Fable.Look, asked.Prompt, StringComparison.Ordinal);
        Assert.Equal((string)Fable.Scene(41)["prompt"]!, anew.Scenes[2].Prompt);
        WholeScript.Check(anew);
        Assert.Equal(
            ScriptJson.Write(script with { WrittenBy = null }), ScriptJson.Write(anew.Replace(3, script.Scenes[2]) with { WrittenBy = null }));
        Assert.Equal((1, 0.006m), (anew.WrittenBy!.Calls, anew.WrittenBy.Cost));
    }

    [Fact]
    public async Task The_same_scene_again_is_asked_for_once_more()
    {
        var model = new ScriptedModel((_, asked) => asked.Form != "rewrite" || !asked.Prompt.Contains("could not be used", StringComparison.Ordinal) ? Answer.Right(asked) : Another(asked));
        var desk = new WritingDesk().With(model);
        var script = await desk.WriteAsync();
        Assert.NotEqual(script.Scenes[1].Prompt, (await desk.RewriteAsync(script, 2)).Scenes[1].Prompt);
        Assert.Equal(2, model.Calls.Count(call => call.Form == "rewrite"));
    }

    [Fact]
    public async Task Only_that_scene_is_mended()
    {
        var model = new ScriptedModel((_, asked) => asked.Form == "rewrite" ? Another(asked, fable: 8) : Answer.Right(asked));
        var desk = new WritingDesk().With(model);

        // Scene 5 becomes the same as scene 8, and scene 2 has been at fault before.
        var script = await desk.WriteAsync();
        script = script.Replace(2, script.Scenes[1] with { Narration = string.Join(' ', Enumerable.Repeat("word", 60)) });
        var calls = model.Calls.Count;
        var anew = await desk.RewriteAsync(script, 5);
        Assert.Equal(script.Scenes[1], anew.Scenes[1]);
        Assert.All(model.Calls.Skip(calls).Where(call => call.Form == "mend"), call => Assert.Equal([5], Fable.NumbersIn(call.Prompt)));
    }

    [Fact]
    public async Task Whoever_does_not_write_it_is_named_and_nobody_stands_in()
    {
        var model = new ScriptedModel((_, asked) => asked.Form == "rewrite" ? Answer.Refused(RefusalKind.Policy, "no foxes") : Answer.Right(asked));
        var desk = new WritingDesk().With(model);
        var script = await desk.WriteAsync();
        var mistake = (await Assert.ThrowsAsync<MistakeException>(() => desk.RewriteAsync(script, 2))).Mistake;
        Assert.StartsWith("writing.", mistake.Code, StringComparison.Ordinal);
        Assert.Contains("no foxes", string.Join(' ', mistake.Details), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_the_scene_is_asked_for_again_and_then_given_up()
    {
        var model = new ScriptedModel((_, asked) => asked.Form == "rewrite" ? new("""{"scenes":[]}""") : Answer.Right(asked));
        var desk = new WritingDesk().With(model);
        var script = await desk.WriteAsync();
        Assert.Equal("writing.failed", (await Assert.ThrowsAsync<MistakeException>(() => desk.RewriteAsync(script, 2))).Mistake.Code);
        Assert.Equal(3, model.Calls.Count(call => call.Form == "rewrite"));
    }

    [Fact]
    public async Task It_is_reckoned_before_anybody_is_asked_and_not_paid_for_twice()
    {
        var model = new ScriptedModel((_, asked) => asked.Form == "rewrite" ? Another(asked) : Answer.Right(asked));
        var desk = new WritingDesk().With(model);
        var script = await desk.WriteAsync();
        var calls = model.Calls.Count;
        Assert.InRange((await desk.PriceAsync(script, 3)).Amount!.Value, 0.001m, (await new WritingDesk().With(model).ForecastAsync())!.Cost.Amount!.Value);
        Assert.Equal(calls, model.Calls.Count);
        var anew = await desk.RewriteAsync(script, 3);
        Assert.True((await desk.PriceAsync(script, 3)).IsFree);
        Assert.False((await desk.PriceAsync(anew, 3)).IsFree);
    }
}
