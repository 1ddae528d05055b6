namespace Rushes.Tests.Writing.LanguageModels;

/// <summary>What a language model answered is kept: the same question, good answer or bad, is never paid for again.</summary>
public sealed class PaidOnceTests
{
    [Fact]
    public async Task The_same_brief_is_not_paid_for_twice_and_another_seed_or_variant_is_asked_anew()
    {
        var shelf = new MemoryShelf();
        var model = ScriptedModel.Good();
        var first = await new WritingDesk { Shelf = shelf }.With(model).WriteAsync();
        var again = await new WritingDesk { Shelf = shelf }.With(model).WriteAsync();

        Assert.Single(model.Calls);
        Assert.Equal((0, 1), (again.WrittenBy!.Calls, again.WrittenBy.KeptAnswers));
        Assert.Equal(first.Scenes.Select(scene => scene.Prompt), again.Scenes.Select(scene => scene.Prompt));

        await new WritingDesk { Shelf = shelf }.With(model).WriteAsync(WritingDesk.Brief() with { Seed = 7 });
        await new WritingDesk { Shelf = shelf }.With(model).WriteAsync(variant: 1);
        Assert.Equal(3, model.Calls.Count);
    }

    [Fact]
    public async Task A_repair_that_mended_nothing_is_not_paid_for_twice()
    {
        var shelf = new MemoryShelf();
        var model = new ScriptedModel((_, asked) => Answer.But(asked, answer => answer["scenes"]![0]!["narration"] = "Hello everyone!"));
        var first = await new WritingDesk { Shelf = shelf }.With(model).WriteAsync();
        Assert.Equal(["whole", "mend", "mend"], model.Calls.Select(call => call.Form));
        var again = await new WritingDesk { Shelf = shelf }.With(model).WriteAsync();
        Assert.Equal(3, model.Calls.Count);
        Assert.Equal((0, 3, 0m), (again.WrittenBy!.Calls, again.WrittenBy.KeptAnswers, again.WrittenBy.Cost!.Value));
        Assert.Equal(first.Scenes.Select(scene => scene.Narration), again.Scenes.Select(scene => scene.Narration));
    }

    [Fact]
    public async Task A_title_that_stays_in_the_wrong_language_is_not_paid_for_twice()
    {
        var shelf = new MemoryShelf();
        var model = new ScriptedModel((_, asked) => asked.Form is "whole" or "mend_head"
            ? Answer.But(asked, answer => answer["hook_summary"] = "Con cáo đỏ nghe thấy tiếng con mình khóc giữa đám cháy.")
            : Answer.Right(asked));
        await new WritingDesk { Shelf = shelf }.With(model).WriteAsync();
        var calls = model.Calls.Count;
        Assert.Contains(model.Calls, call => call.Form == "mend_head");
        await new WritingDesk { Shelf = shelf }.With(model).WriteAsync();
        Assert.Equal(calls, model.Calls.Count);
    }

    [Theory]
    [InlineData(32)]
    [InlineData(200)]
    public async Task An_answer_that_lacks_scenes_is_paid_for_once_and_so_is_the_rest(double seconds)
    {
        var shelf = new MemoryShelf();
        var model = new ScriptedModel((_, asked) => asked.Form is not ("whole" or "scenes") || Fable.NumbersIn(asked.Prompt).Count == 1
            ? Answer.Right(asked)
            : Answer.But(asked, answer => answer["scenes"]![1] = "just a text"));
        var first = await new WritingDesk { Shelf = shelf }.With(model).WriteAsync(WritingDesk.Brief(seconds));
        var calls = model.Calls.Count;
        Assert.True(calls > 1);
        var again = await new WritingDesk { Shelf = shelf }.With(model).WriteAsync(WritingDesk.Brief(seconds));
        Assert.Equal(calls, model.Calls.Count);
        Assert.Equal(first.Scenes.Select(scene => scene.Prompt), again.Scenes.Select(scene => scene.Prompt));
    }
}
