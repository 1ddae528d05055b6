using Rushes.Engine.Shooting;
using Rushes.Engine.Writing;
using Rushes.Engine.Writing.Checking;
using Rushes.Film;

namespace Rushes.Tests.Writing.LanguageModels;

/// <summary>Refusing, throttled, failing, signed out and silent services: who is asked next, when, and how often.</summary>
public sealed class WhoIsAskedTests
{
    [Fact]
    public async Task A_refusal_in_words_is_asked_again_twice_and_then_the_builtin_writer_writes_and_says_so()
    {
        var model = new ScriptedModel((_, _) => new("I'm sorry, but I can't help with that."));
        var desk = new WritingDesk().With(model);

        var script = await desk.WriteAsync();

        WholeScript.Check(script);
        Assert.Equal(3, model.Calls.Count);
        Assert.Equal("builtin", script.WrittenBy!.Writer);
        Assert.Equal(1500, script.WrittenBy.OutputTokens);
        Assert.Contains("built-in writer", Assert.Single(script.WrittenBy.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_names_the_writer_gets_one_sentence_instead()
    {
        var model = new ScriptedModel((_, _) => new("I'm sorry, but I can't help with that."));
        var mistake = await Assert.ThrowsAsync<MistakeException>(() => new WritingDesk { MayFallBack = false }.With(model).WriteAsync());
        Assert.Equal(("writing.failed", "writer"), (mistake.Mistake.Code, mistake.Mistake.Field));
    }

    [Fact]
    public async Task A_filtered_answer_is_asked_once_of_each_provider_and_called_a_refusal()
    {
        var first = new ScriptedModel((_, _) => Answer.Filtered());
        var same = new ScriptedModel((_, _) => Answer.Filtered());
        var other = new ScriptedModel((_, _) => Answer.Filtered());
        var desk = new WritingDesk { MayFallBack = false }.With(first).With(same, tier: 1).With(other, tier: 2, provider: "anthropic");

        var mistake = await Assert.ThrowsAsync<MistakeException>(() => desk.WriteAsync());

        Assert.Equal("writing.declined", mistake.Mistake.Code);
        Assert.Equal([1, 0, 1], new[] { first.Calls.Count, same.Calls.Count, other.Calls.Count });
    }

    [Fact]
    public async Task A_throttled_account_rests_for_the_time_it_names_while_the_other_writes()
    {
        var throttled = ScriptedModel.First(Answer.Refused(RefusalKind.Throttled, "slow down", TimeSpan.FromSeconds(23)));
        var free = ScriptedModel.Good();
        var desk = new WritingDesk().With(throttled).With(free);

        await desk.WriteAsync();

        Assert.Equal([1, 1], new[] { throttled.Calls.Count, free.Calls.Count });
        Assert.Equal(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero), desk.Time.GetUtcNow());
    }

    [Fact]
    public async Task When_all_rest_the_nearest_return_is_waited_for_and_told()
    {
        var model = ScriptedModel.First(Answer.Refused(RefusalKind.Throttled, "slow down", TimeSpan.FromSeconds(23)));
        var desk = new WritingDesk().With(model);

        WholeScript.Check(await desk.WriteAsync());

        Assert.Equal(2, model.Calls.Count);
        Assert.True(desk.Time.GetUtcNow() >= new DateTimeOffset(2026, 11, 29, 12, 0, 23, TimeSpan.Zero));
        Assert.Equal(2, desk.News.OfType<WritingRemark>().Count());
    }

    [Fact]
    public async Task Accounts_of_one_quota_group_rest_together_and_a_long_rest_is_not_waited_for()
    {
        var model = new ScriptedModel((_, _) => Answer.Refused(RefusalKind.Throttled, "tomorrow", TimeSpan.FromHours(9)));
        var script = await new WritingDesk().With(model).WriteAsync();
        Assert.Single(model.Calls);
        Assert.Equal("builtin", script.WrittenBy!.Writer);
    }

    [Fact]
    public async Task A_failing_service_is_tried_again_with_growing_rests_and_then_given_up()
    {
        var model = new ScriptedModel((_, _) => Answer.Refused(RefusalKind.FailedAtProvider, "overloaded"));
        var desk = new WritingDesk().With(model);
        var script = await desk.WriteAsync();
        Assert.Equal(desk.Rules.TriesAQuestion, model.Calls.Count);
        Assert.Equal("builtin", script.WrittenBy!.Writer);
    }

    [Fact]
    public async Task A_signed_out_account_is_set_aside_for_the_next_and_the_user_is_told_the_remedy()
    {
        var expired = new ScriptedModel((_, _) => Answer.Refused(RefusalKind.SignedOut, "bad key"));
        var good = ScriptedModel.Good();
        var desk = new WritingDesk().With(expired).With(good, tier: 1);
        WholeScript.Check(await desk.WriteAsync());
        Assert.Single(expired.Calls);
        Assert.Contains(desk.News.OfType<WritingRemark>(), remark => remark.Matters && remark.Sentence.Contains("rushes accounts set", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_that_does_not_exist_any_more_gives_way_to_the_next()
    {
        var gone = new ScriptedModel((_, _) => Answer.Refused(RefusalKind.NotAllowed, "is no longer available"));
        var next = ScriptedModel.Good();
        var script = await new WritingDesk().With(gone).With(next, tier: 1).WriteAsync();
        Assert.Equal("gemini:model-1", script.WrittenBy!.Writer);
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_once_more_and_not_again()
    {
        var model = new ScriptedModel((_, _) => Answer.Lost());
        var script = await new WritingDesk().With(model).WriteAsync();
        Assert.Equal(2, model.Calls.Count);
        Assert.Equal("builtin", script.WrittenBy!.Writer);
    }

    [Fact]
    public async Task A_slow_stream_is_listened_to_and_a_silent_one_is_broken_off()
    {
        var desk = new WritingDesk();
        var model = new ScriptedModel((_, asked) => Answer.Right(asked) with { Takes = TimeSpan.FromSeconds(100) }, desk.Time);
        WholeScript.Check(await desk.With(model).WriteAsync());
        Assert.Single(model.Calls);

        var silent = new WritingDesk();
        var mute = new ScriptedModel((_, asked) => Answer.Right(asked) with { Takes = TimeSpan.FromMinutes(30) }, silent.Time);
        Assert.Equal("builtin", (await silent.With(mute).WriteAsync()).WrittenBy!.Writer);
        Assert.Equal(2, mute.Calls.Count);
    }
}
