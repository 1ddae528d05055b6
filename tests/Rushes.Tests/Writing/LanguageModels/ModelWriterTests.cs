using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Rushes.Engine.Shooting;
using Rushes.Engine.Writing;
using Rushes.Engine.Writing.Checking;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Products;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Writing.LanguageModels;

/// <summary>Each way in which a language model may misbehave ends in a valid script or in one clear sentence, after a bounded number of calls.</summary>
public sealed class ModelWriterTests
{
    private static JsonArray ScenesOf(JsonObject answer) => answer["scenes"]!.AsArray();

    [Fact]
    public async Task A_good_answer_becomes_a_script_without_warnings_in_one_call()
    {
        var model = ScriptedModel.Good();
        var desk = new WritingDesk().With(model);

        var script = await desk.WriteAsync();

        WholeScript.Check(script);
        Assert.Empty(WritingDesk.Checks.Check(script, WritingDesk.Brief()));
        Assert.Single(model.Calls);
        Assert.Equal("The Cub in the Smoke", script.Title);
        Assert.Equal(
            new Authorship { Writer = "gemini:model-0", Calls = 1, InputTokens = 1000, OutputTokens = 500, Cost = 0.006m },
            script.WrittenBy! with { Remarks = new Authorship { Writer = "" }.Remarks });
        Assert.Equal(Enumerable.Range(1, script.Scenes.Count), desk.News.OfType<WrittenScene>().Select(scene => scene.Number));
    }

    [Fact]
    public async Task What_is_asked_names_the_idea_the_beats_the_seconds_the_style_and_the_principles_and_no_temperature()
    {
        var model = ScriptedModel.Good();
        await new WritingDesk().With(model).WriteAsync(WritingDesk.Brief() with { Style = "horror", Topic = "recycled-crafts" });

        var asked = Assert.Single(model.Calls);
        Assert.Contains(Fable.Idea, asked.Prompt, StringComparison.Ordinal);
        Assert.Contains("Midpoint twist", asked.Prompt, StringComparison.Ordinal);
        Assert.Contains("32 seconds", asked.Prompt, StringComparison.Ordinal);
        Assert.Contains("WRONG", asked.System, StringComparison.Ordinal);
        Assert.Contains("thrifty maker", asked.System, StringComparison.Ordinal);
        Assert.Contains("Horror", asked.System, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", asked.System + asked.Prompt, StringComparison.Ordinal);
        Assert.Contains("\"additionalProperties\":false", asked.Schema, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vietnamese_film_is_asked_for_in_vietnamese()
    {
        var model = ScriptedModel.Good();
        await new WritingDesk().With(model).WriteAsync(WritingDesk.Brief() with { Idea = "Một con cáo đỏ tìm con lạc trong rừng cháy", Language = "vi" });
        Assert.Contains("Bạn là biên kịch", model.Calls[0].System, StringComparison.Ordinal);
        Assert.Contains("Tiếng Việt", model.Calls[0].System, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fences_and_words_around_the_answer_are_passed_over()
    {
        var model = new ScriptedModel((_, asked) => new($"Sure! Here is [your script]:\n```json\n{Answer.Right(asked).Text}\n```\nEnjoy."));
        WholeScript.Check(await new WritingDesk().With(model).WriteAsync());
        Assert.Single(model.Calls);
    }

    [Fact]
    public async Task An_answer_wrapped_once_more_is_unwrapped()
    {
        var model = new ScriptedModel((_, asked) => new($"{{\"script\":{Answer.Right(asked).Text}}}"));
        WholeScript.Check(await new WritingDesk().With(model).WriteAsync());
        Assert.Single(model.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cut_answer_keeps_its_whole_scenes_and_only_the_rest_is_asked_for(bool dropped)
    {
        var model = new ScriptedModel((call, asked) =>
        {
            var right = Answer.Right(asked);
            return call > 1 ? right : new Answer(right.Text[..(right.Text.Length / 2)])
            {
                Finish = ChatFinishReason.Length,
                Failure = dropped ? Answer.Lost().Failure : null,
            };
        });

        var script = await new WritingDesk().With(model).WriteAsync();

        WholeScript.Check(script);
        Assert.Equal(2, model.Calls.Count);
        Assert.Equal("scenes", model.Calls[1].Form);
        Assert.NotEqual(1, Fable.NumbersIn(model.Calls[1].Prompt)[0]);
        Assert.Empty(WritingDesk.Checks.Check(script, WritingDesk.Brief()));
    }

    [Fact]
    public async Task A_scene_of_the_wrong_type_is_asked_for_again_by_itself()
    {
        var model = new ScriptedModel((call, asked) => call > 1 ? Answer.Right(asked) : Answer.But(asked, answer =>
        {
            ScenesOf(answer)[2] = "just a text";
            ScenesOf(answer)[3]!["dialogues"] = new JsonArray(new JsonArray(1, 2));
            ScenesOf(answer)[1]!["characters"] = "Ember";
        }));

        var script = await new WritingDesk().With(model).WriteAsync();

        WholeScript.Check(script);
        Assert.Equal(2, model.Calls.Count);
        Assert.Equal([3, 4], Fable.NumbersIn(model.Calls[1].Prompt));
        Assert.Equal(["Ember"], script.Scenes[1].Characters);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(3)]
    public async Task Too_few_scenes_are_filled_up_and_too_many_left_out(int more)
    {
        var planned = 0;
        var model = new ScriptedModel((call, asked) => call > 1 ? Answer.Right(asked) : Answer.But(asked, answer =>
        {
            planned = ScenesOf(answer).Count;
            for (var i = 0; i < more; i++)
                ScenesOf(answer).Add(Fable.Scene(planned + i + 1));
            for (var i = 0; i > more; i--)
                ScenesOf(answer).RemoveAt(ScenesOf(answer).Count - 1);
        }));

        var script = await new WritingDesk().With(model).WriteAsync();

        WholeScript.Check(script);
        Assert.Equal(planned, script.Scenes.Count);
        Assert.Equal(more < 0 ? 2 : 1, model.Calls.Count);
    }

    [Fact]
    public async Task A_line_in_another_language_is_mended_without_touching_the_rest()
    {
        var model = new ScriptedModel((call, asked) => call > 1 ? Answer.Right(asked) : Answer.But(asked, answer =>
            ScenesOf(answer)[2]!["narration"] = "Một dấu chân nhỏ vẫn còn ấm."));

        var desk = new WritingDesk().With(model);
        var script = await desk.WriteAsync();

        Assert.Empty(WritingDesk.Checks.Check(script, WritingDesk.Brief()));
        Assert.Equal(["whole", "mend"], model.Calls.Select(call => call.Form));
        Assert.Equal([3], Fable.NumbersIn(model.Calls[1].Prompt));
        Assert.Contains(desk.News.OfType<WritingRemark>(), remark => remark.Sentence.Contains("Scene 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_greeting_as_hook_is_asked_for_again_at_most_twice_and_then_stays_as_a_warning()
    {
        var model = new ScriptedModel((_, asked) => Answer.But(asked, answer => ScenesOf(answer)[0]!["narration"] = "Hello everyone!"));

        var script = await new WritingDesk().With(model).WriteAsync();

        WholeScript.Check(script);
        Assert.Equal(["whole", "mend", "mend"], model.Calls.Select(call => call.Form));
        Assert.Contains(WritingDesk.Checks.Check(script, WritingDesk.Brief()), warning => warning is { Scene: 1, Kind: WarningKinds.Hook });
    }

    [Fact]
    public async Task More_speech_than_seconds_is_shortened_and_the_prompt_stays()
    {
        const string tooMuch = "She will not leave without him, not now, not ever, not while there is breath in her and water in the river and a sky above the hill.";
        var model = new ScriptedModel((call, asked) => call > 1
            ? Answer.But(asked, answer => ScenesOf(answer)[0]!["prompt"] = "Something else entirely.")
            : Answer.But(asked, answer => ScenesOf(answer)[3]!["narration"] = tooMuch));

        var script = await new WritingDesk().With(model).WriteAsync();

        Assert.Empty(WritingDesk.Checks.Check(script, WritingDesk.Brief()));
        Assert.NotEqual(tooMuch, script.Scenes[3].Narration);
        Assert.Equal(Fable.Scene(4)["prompt"]!.GetValue<string>(), script.Scenes[3].Prompt);
        Assert.Contains("dialogues, narration", model.Calls[1].Prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("camera_shot", model.Calls[1].Schema, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_that_a_prompt_forgets_is_put_in_without_a_call()
    {
        var model = new ScriptedModel((_, asked) => Answer.But(asked, answer => ScenesOf(answer)[1]!["prompt"] = "EMBER noses through grey ash beside a silent creek and finds a print."));
        var script = await new WritingDesk().With(model).WriteAsync();
        Assert.Single(model.Calls);
        Assert.Contains("torn left ear", script.Scenes[1].Prompt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, 2)]
    [InlineData(2_000, 2)]
    [InlineData(5_000, 1)]
    public async Task A_prompt_is_too_long_when_it_is_longer_than_whoever_films_takes(int limit, int calls)
    {
        var endless = Fable.Scene(3)["prompt"]!.GetValue<string>() + string.Concat(Enumerable.Range(0, 60).Select(number => $" Ash number {number} drifts past her silently."));
        Assert.InRange(endless.Length, 2_001, 5_000);
        var model = new ScriptedModel((call, asked) => call > 1 ? Answer.Right(asked) : Answer.But(asked, answer => ScenesOf(answer)[2]!["prompt"] = endless));
        var script = await new WritingDesk { PromptLimit = limit }.With(model).WriteAsync();
        Assert.Equal(calls, model.Calls.Count);
        Assert.Equal(calls == 1, script.Scenes[2].Prompt == endless);
        Assert.All(script.Scenes, scene => Assert.InRange(scene.Prompt.Length, 1, limit));
    }

    [Fact]
    public async Task A_stranger_in_a_scene_is_mended()
    {
        var model = new ScriptedModel((call, asked) => call > 1 ? Answer.Right(asked) : Answer.But(asked, answer => ScenesOf(answer)[2]!["characters"] = new JsonArray("Ember", "Wolf")));
        var script = await new WritingDesk().With(model).WriteAsync();
        Assert.Equal(2, model.Calls.Count);
        Assert.Equal(["Ember"], script.Scenes[2].Characters);
    }

    [Fact]
    public async Task A_mended_scene_that_is_no_better_is_not_taken()
    {
        var model = new ScriptedModel((call, asked) => Answer.But(asked, answer =>
            ScenesOf(answer)[0]!["narration"] = call > 1 ? "Hello everyone, welcome, one and all!" : "Hello everyone!"));
        var script = await new WritingDesk().With(model).WriteAsync();
        Assert.Equal("Hello everyone!", script.Scenes[0].Narration);
    }

    [Fact]
    public async Task A_look_in_another_language_is_no_reason_to_pay_for_another_title()
    {
        var model = new ScriptedModel((_, asked) => asked.Form != "whole" ? Answer.Right(asked) : Answer.But(asked, answer =>
            answer["characters"]![0]!["role"] = "một con cáo mẹ đang đi tìm con trong đám cháy"));
        var script = await new WritingDesk().With(model).WriteAsync();
        Assert.Contains(WritingDesk.Checks.Check(script, WritingDesk.Brief()), warning => warning is { Scene: null, Kind: WarningKinds.Language });
        Assert.Single(model.Calls);
    }

    [Fact]
    public async Task Somebody_whom_a_prompt_names_is_shown_as_they_look_although_no_list_has_them()
    {
        var model = new ScriptedModel((_, asked) => Answer.But(asked, answer =>
        {
            ScenesOf(answer)[1]!["characters"] = new JsonArray();
            ScenesOf(answer)[1]!["prompt"] = "Ember noses through grey ash beside a silent creek and finds a print.";
        }));
        var script = await new WritingDesk().With(model).WriteAsync();
        Assert.Contains("torn left ear", script.Scenes[1].Prompt, StringComparison.Ordinal);
        Assert.Single(model.Calls);
    }

    [Fact]
    public async Task Ten_minutes_from_a_model_of_two_seconds_a_call_are_written_in_under_fifteen()
    {
        var desk = new WritingDesk();
        var model = new ScriptedModel((_, asked) => Answer.Right(asked) with { Takes = TimeSpan.FromSeconds(2) }, desk.Time);
        var began = desk.Time.GetUtcNow();

        var script = await desk.With(model).WriteAsync(WritingDesk.Brief(600), ClipLengths.Of(8));

        WholeScript.Check(script, 600);
        Assert.Equal(75, script.Scenes.Count);
        Assert.True(desk.Time.GetUtcNow() - began < TimeSpan.FromSeconds(15), $"{desk.Time.GetUtcNow() - began}");
        Assert.InRange(model.MostAtOnce, 2, 5);
        Assert.Equal("outline", model.Calls[0].Form);
        Assert.All(model.Calls.Where(call => call.Form == "scenes"), call => Assert.Contains("Ember searches place", call.Prompt, StringComparison.Ordinal));
        Assert.DoesNotContain("mend", model.Calls.Select(call => call.Form));
        Assert.DoesNotContain(WritingDesk.Checks.Check(script, WritingDesk.Brief(600)), warning => warning.Kind is WarningKinds.Likeness or WarningKinds.Duration);
    }

    [Fact]
    public async Task An_hour_is_outlined_act_by_act()
    {
        var model = ScriptedModel.Good();
        var desk = new WritingDesk().With(model);
        var script = await desk.WriteAsync(WritingDesk.Brief(3600), ClipLengths.Of(8));

        WholeScript.Check(script, 3600);
        Assert.Equal(450, script.Scenes.Count);
        Assert.Equal("acts", model.Calls[0].Form);
        Assert.Equal(9, model.Calls.Count(call => call.Form == "act"));
        Assert.True(model.Calls.Count <= desk.Rules.MostCalls(450));
    }

    [Fact]
    public async Task One_bad_scene_never_loses_the_rest_and_is_written_without_the_model_and_said_so()
    {
        var model = new ScriptedModel((_, asked) => Answer.But(asked, answer =>
        {
            foreach (var scene in (answer["scenes"]?.AsArray() ?? []).Where(scene => scene!["number"]!.GetValue<int>() == 13))
                scene!["prompt"] = "";
        }));
        var desk = new WritingDesk().With(model);

        var script = await desk.WriteAsync(WritingDesk.Brief(160), ClipLengths.Of(8));

        WholeScript.Check(script, 160);
        Assert.Equal(Fable.Scene(12)["prompt"]!.GetValue<string>(), script.Scenes[11].Prompt);
        Assert.Contains("Ember searches place 13", script.Scenes[12].Prompt, StringComparison.Ordinal);
        Assert.Contains("13", Assert.Single(script.WrittenBy!.Remarks), StringComparison.Ordinal);
        Assert.True(model.Calls.Count <= desk.Rules.MostCalls(20), $"{model.Calls.Count}");
    }

    [Fact]
    public async Task However_badly_a_model_behaves_the_calls_are_bounded()
    {
        var chance = new Random(4);
        var model = new ScriptedModel((_, asked) => chance.Next(6) switch
        {
            0 => new("nonsense"),
            1 => Answer.Lost(),
            2 => Answer.Refused(RefusalKind.FailedAtProvider, "overloaded"),
            3 => new(Answer.Right(asked).Text[..40]) { Finish = ChatFinishReason.Length },
            4 => Answer.But(asked, answer => (answer["scenes"]?.AsArray() ?? []).Clear()),
            _ => Answer.Right(asked),
        });
        foreach (var seconds in new[] { 8.0, 32, 160, 600 })
        {
            var desk = new WritingDesk().With(model);
            var before = model.Calls.Count;
            var script = await desk.WriteAsync(WritingDesk.Brief(seconds), ClipLengths.Of(8));
            WholeScript.Check(script, seconds);
            Assert.True(model.Calls.Count - before <= desk.Rules.MostCalls(script.Scenes.Count));
        }
    }

    [Fact]
    public async Task Cancelling_stops_at_once()
    {
        using var stop = new CancellationTokenSource();
        var desk = new WritingDesk();
        var model = new ScriptedModel((_, asked) =>
        {
            stop.Cancel();
            return Answer.Right(asked) with { Takes = TimeSpan.FromMinutes(1) };
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.With(model).WriteAsync(cancellation: stop.Token));
        Assert.Single(model.Calls);
    }

    [Fact]
    public async Task A_sales_script_keeps_to_the_sellers_words_and_sells_in_order()
    {
        var model = ScriptedModel.Good();
        var brief = new Brief
        {
            Workflow = Workflow.SalesVideo,
            Idea = "Fox kettle",
            Language = "en",
            Duration = 32,
            Product = new Product { Name = "Fox kettle", Price = "$24.90", SellingPoints = ["boils in two minutes"], Images = ["/k.jpg"] },
        };

        var script = await new WritingDesk().With(model).WriteAsync(brief);

        Assert.Equal(ScriptKind.Sales, script.Kind);
        Assert.Equal("Hook", script.Scenes[0].StoryBeat);
        Assert.Equal("Action", script.Scenes[^1].StoryBeat);
        Assert.All(script.Scenes, scene => Assert.True(scene.VisualNotes is null || scene.VisualNotes.Length <= 40));
        Assert.Equal(3, script.Social.Count);
        Assert.Contains("$24.90", model.Calls[0].Prompt, StringComparison.Ordinal);
        Assert.Contains("boils in two minutes", model.Calls[0].Prompt, StringComparison.Ordinal);
        Assert.Contains("Say nothing about the product", model.Calls[0].System, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_the_builtin_writer_does_not_know_is_not_fallen_back_to()
    {
        var model = new ScriptedModel((_, _) => new(""));
        var mistake = await Assert.ThrowsAsync<MistakeException>(() => new WritingDesk().With(model).WriteAsync(WritingDesk.Brief() with { Language = "ja" }));
        Assert.Equal("writer", mistake.Mistake.Field);
    }
}
