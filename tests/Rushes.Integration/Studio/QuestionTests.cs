using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rushes.FakeProviders;
using Rushes.Integration.EndToEnd;

namespace Rushes.Integration.Studio;

/// <summary>What the pages ask before money is spent.</summary>
public sealed partial class QuestionTests(PaidStudio studio) : IClassFixture<PaidStudio>
{
    [Fact]
    public async Task A_film_that_costs_money_begins_only_after_a_clear_yes_and_once()
    {
        FormUrlEncodedContent Film() => Form(
            ("once", "0815"), ("idea", "A postman crosses the mountain"), ("duration", "3"), ("quality", "preview"), ("writer", "builtin"), ("provider", "gemini-omni"), ("captions", "none"));

        // Pressed twice, it is one film.
        var works = new[] { await BeginAsync(Film()), await BeginAsync(Film()) };
        Assert.Single(works.Distinct());
        var room = await RoomAsync(works[0]);
        var (page, first) = await AskedAsync(room);
        Assert.Contains("Paid clips (gemini-omni)", page, StringComparison.Ordinal);
        Assert.Matches("<dd>[0-9.]+ USD</dd>", page);
        Assert.Matches("<dt>Voices</dt><dd>nothing</dd>", page);

        // A no sends nothing, and the script is kept.
        await AnswerAsync(first, "no");
        await StageAsync(works[0], "cancelled");
        Assert.Contains("postman", await studio.ReadAsync(room + "/script"), StringComparison.Ordinal);
        Assert.Empty(studio.Clips.Operations.All);

        using var again = await studio.PostAsync(room, room + "/film", Form());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using var twice = await studio.PostAsync(room, room + "/film", Form());
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        var (_, second) = await AskedAsync(room);

        // The word on a question that is not open is a word on nothing.
        await AnswerAsync(first, "yes");
        await AnswerAsync($"/works/{Work(second)}/answers/99/", "yes");
        Assert.Empty(studio.Clips.Operations.All);
        Assert.Contains("id=\"question\"", await studio.ReadAsync(room), StringComparison.Ordinal);

        await AnswerAsync(second, "yes");
        await AnswerAsync(second, "yes");
        var work = Work(second);
        await StageAsync(work, "done");
        var scenes = JsonNode.Parse(await studio.ReadAsync("/api/v1/projects" + room["/films".Length..]))!["scenes"]!.AsArray();
        Assert.Equal(scenes.Count, studio.Clips.Operations.All.Count);
        Assert.DoesNotContain("id=\"question\"", await studio.ReadAsync(room), StringComparison.Ordinal);

        // Another take is asked about for itself.
        using var take = await studio.PostAsync(room, room + "/takes/1/again", Form(("account", "")));
        var (one, third) = await AskedAsync(room);
        Assert.Contains("Scenes: 1, takes: 1", one, StringComparison.Ordinal);
        await AnswerAsync(third, "no");
        await StageAsync(Work(third), "cancelled");
        Assert.Equal(scenes.Count, studio.Clips.Operations.All.Count);
    }

    [Fact]
    public async Task A_scene_is_filmed_again_by_the_account_that_is_chosen_and_once()
    {
        await using var flow = await FakeServer.StartAsync("google-flow", new FakeOptions
        {
            Generate = TimeSpan.FromSeconds(0.2),
            Accounts = [new FakeAccount { Name = "Left", Project = "p-left", Tokens = ["ya29.left"] }, new FakeAccount { Name = "Right", Project = "p-right", Tokens = ["ya29.right"] }],
        });
        await studio.AddAsync("google-flow", "Left", flow, "p-left", "ya29.left");
        await studio.AddAsync("google-flow", "Right", flow, "p-right", "ya29.right");
        var room = await RoomAsync(await BeginAsync(Form(
            ("idea", "A lamp in a window"), ("duration", "3"), ("quality", "preview"), ("writer", "builtin"), ("provider", "google-flow"), ("captions", "none"))));
        var (_, question) = await AskedAsync(room);
        await AnswerAsync(question, "yes");
        await StageAsync(Work(question), "done");
        var filmed = flow.Operations.All.Count;
        var before = flow.Operations.All[0].Account;
        var other = before == "Left" ? "Right" : "Left";

        // Who may film is listed by name; whoever that was before, the other one is asked for, with a form that is sent twice.
        var choices = Choices().Matches(await studio.ReadAsync(room + "/takes/1")).ToDictionary(option => option.Groups["name"].Value, option => option.Groups["account"].Value);
        Assert.Equal(["Left", "Right"], choices.Keys.Order());
        FormUrlEncodedContent Again() => Form(("once", "4711"), ("account", choices[other]));
        using var pressed = await studio.PostAsync(room, room + "/takes/1/again", Again());
        using var twice = await studio.PostAsync(room, room + "/takes/1/again", Again());
        Assert.Equal((HttpStatusCode.Redirect, room, HttpStatusCode.Redirect), (pressed.StatusCode, pressed.Headers.Location?.OriginalString, twice.StatusCode));
        var (bill, again) = await AskedAsync(room);
        Assert.Contains($"<dd>{other} (google-flow)</dd>", bill, StringComparison.Ordinal);
        await AnswerAsync(again, "yes");
        await StageAsync(Work(again), "done");
        Assert.Equal(filmed + 1, flow.Operations.All.Count);
        Assert.Equal(other, flow.Operations.All[^1].Account);
    }

    [Fact]
    public async Task A_script_that_costs_money_is_asked_about_before_the_idea_is_sent()
    {
        var asked = studio.Words.Calls.All.Count(call => call.Method == "POST");
        var making = await BeginAsync(Form(("idea", "A fox looks for its cub"), ("duration", "12"), ("writer", "anthropic"), ("provider", "animatic"), ("then", "script")));
        var (page, question) = await AskedAsync(making);
        Assert.Contains("The idea, to a language model", page, StringComparison.Ordinal);
        Assert.Contains("<dd>Paid words (anthropic)</dd>", page, StringComparison.Ordinal);
        Assert.Equal(asked, studio.Words.Calls.All.Count(call => call.Method == "POST"));
        await AnswerAsync(question, "yes");
        Assert.Contains("scene-1", await studio.ReadAsync(await RoomAsync(making) + "/script"), StringComparison.Ordinal);
        Assert.True(asked < studio.Words.Calls.All.Count(call => call.Method == "POST"));
    }

    [Fact]
    public async Task A_scene_and_variants_that_cost_money_are_asked_about_before_anything_is_sent()
    {
        var making = await BeginAsync(Form(("idea", "A heron waits at the lock"), ("duration", "12"), ("writer", "anthropic"), ("provider", "animatic"), ("then", "script")));
        await AnswerAsync((await AskedAsync(making)).Question, "yes");
        var room = await RoomAsync(making);
        var scenes = await ScenesAsync(room);
        var asked = Asked();

        using var pressed = await studio.PostAsync(room + "/script", room + "/script/2", Form(("do", "rewrite")));
        var (page, question) = await AskedAsync(pressed.Headers.Location!.OriginalString);
        Assert.Contains("Scene 2 with its neighbours, to a language model", page, StringComparison.Ordinal);
        Assert.Contains("Paid words (anthropic)", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/making/{Work(question)}\"", await studio.ReadAsync(room + "/script"), StringComparison.Ordinal);
        await AnswerAsync(question, "no");
        await StageAsync(Work(question), "cancelled");
        Assert.Equal(asked, Asked());
        Assert.Equal(scenes, await ScenesAsync(room));
        Assert.Contains("/script#scene-2", await studio.ReadAsync("/making/" + Work(question)), StringComparison.Ordinal);

        using var again = await studio.PostAsync(room + "/script", room + "/script/2", Form(("do", "rewrite")));
        (_, question) = await AskedAsync(again.Headers.Location!.OriginalString);
        await AnswerAsync(question, "yes");
        await StageAsync(Work(question), "done");
        Assert.True(asked < Asked());
        Assert.NotEqual(scenes, await ScenesAsync(room));
        Assert.EndsWith("/script#scene-2", await RoomAsync("/making/" + Work(question)), StringComparison.Ordinal);

        using var variants = await studio.PostAsync(room + "/variants", room + "/variants", Form(("count", "2")));
        (_, question) = await AskedAsync(variants.Headers.Location!.OriginalString);
        Assert.DoesNotContain("<h2 id=\"variant-1\"", await studio.ReadAsync(room + "/variants"), StringComparison.Ordinal);
        await AnswerAsync(question, "yes");
        await StageAsync(Work(question), "done");
        Assert.EndsWith("/variants", await RoomAsync("/making/" + Work(question)), StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"variant-2\"", await studio.ReadAsync(room + "/variants"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Films_of_a_list_that_are_run_together_do_not_wait_for_one_another()
    {
        var picture = await File.ReadAllBytesAsync(await Darkroom.PlainAsync(studio.Home["red.png"], "red"), TestContext.Current.CancellationToken);
        foreach (var title in new[] { "One", "Two", "Three" })
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent(title), "idea" }, { new StringContent("3"), "duration" }, { new StringContent("preview"), "quality" },
                { new StringContent("gemini-omni"), "provider" }, { new StringContent("script"), "then" },
            };
            form.Add(new ByteArrayContent(picture) { Headers = { ContentType = new("image/png") } }, "images", "red.png");
            using var begun = await studio.PostAsync("/new/images", "/new/images", form);
            Assert.Equal("/new/images", begun.Headers.Location?.OriginalString);
        }

        await ListedAsync(3);

        // Nobody has answered the question of any, and each has come as far as its own.
        using var run = await studio.PostAsync("/new/images", "/new/images/run", Form());
        Assert.Equal(HttpStatusCode.Redirect, run.StatusCode);
        var open = await WorksAsync(works => works.Count(work => (string?)work!["stage"] == "asking") == 3);
        Assert.Equal(3, open.Select(work => (string)work!["project"]!).Distinct().Count());
        foreach (var work in open)
        {
            await AnswerAsync($"/works/{(string)work!["id"]!}/answers/1/", "no");
            await StageAsync((string)work["id"]!, "cancelled");
        }
    }

    [Fact]
    public async Task A_film_whose_script_is_asked_about_hangs_on_the_wall_and_after_a_no_its_form_is_as_it_was()
    {
        var making = await BeginAsync(Form(
            ("idea", "A <b>tailor</b> mends the moon"), ("duration", "17"), ("style", "romance"), ("writer", "anthropic"), ("provider", "animatic"), ("then", "script")));
        var (_, question) = await AskedAsync(making);
        var wall = await studio.ReadAsync("/");
        Assert.Contains($"href=\"{making}\"", wall, StringComparison.Ordinal);
        Assert.Contains("A &lt;b&gt;tailor", wall, StringComparison.Ordinal);

        await AnswerAsync(question, "no");
        await StageAsync(making, "cancelled");
        Assert.DoesNotContain(making, await studio.ReadAsync("/"), StringComparison.Ordinal);
        var back = "/new/text?again=" + Work(question);
        Assert.Contains($"href=\"{back}\"", await studio.ReadAsync(making), StringComparison.Ordinal);
        var form = await studio.ReadAsync(back);
        Assert.Contains("A &lt;b&gt;tailor&lt;/b&gt; mends the moon</textarea>", form, StringComparison.Ordinal);
        Assert.Matches("name=\"duration\"[^>]* value=\"17\"", form);
        Assert.Contains("<option value=\"romance\" selected", form, StringComparison.Ordinal);
        Assert.Contains("<option value=\"anthropic\" selected", form, StringComparison.Ordinal);
        Assert.DoesNotContain("tailor", await studio.ReadAsync("/new/text?again=0815"), StringComparison.Ordinal);
    }

    private int Asked() => studio.Words.Calls.All.Count(call => call.Method == "POST");

    private async Task<string> ScenesAsync(string room) =>
        JsonNode.Parse(await studio.ReadAsync("/api/v1/projects" + room["/films".Length..] + "/script"))!["script"]!["scenes"]!.ToJsonString();

    private async Task<List<JsonNode?>> WorksAsync(Func<JsonArray, bool> until)
    {
        for (var look = 0; look < 600; look++)
        {
            var works = JsonNode.Parse(await studio.ReadAsync("/api/v1/works"))!.AsArray();
            if (until(works))
                return [.. works.Where(work => (string?)work!["stage"] == "asking")];
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("They never came so far.");
    }

    private async Task<string> BeginAsync(HttpContent form)
    {
        using var answer = await studio.PostAsync("/new/text", "/new/text", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Waits until a page asks.</summary>
    /// <returns>The page, and where the answer goes.</returns>
    private async Task<(string Page, string Question)> AskedAsync(string address)
    {
        for (var look = 0; look < 600; look++)
        {
            var page = await studio.ReadAsync(address);
            if (Question().Match(page) is { Success: true } found)
                return (page, found.Groups["question"].Value);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("Nobody asked.");
    }

    /// <summary>Presses a button of the question as a browser without scripts does.</summary>
    private async Task AnswerAsync(string question, string word)
    {
        using var answer = await studio.PostAsync("/", question + word, Form());
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<string> RoomAsync(string making)
    {
        for (var look = 0; look < 600; look++)
        {
            using var answer = await studio.Browser.GetAsync(making, TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.Redirect)
                return answer.Headers.Location!.OriginalString;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The script was never written.");
    }

    private async Task StageAsync(string work, string stage)
    {
        JsonNode? now = null;
        for (var look = 0; look < 1200; look++)
        {
            now = JsonNode.Parse(await studio.ReadAsync("/api/v1/works/" + work[(work.LastIndexOf('/') + 1)..]));
            if ((bool)now!["over"]!)
                break;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.True(stage == (string?)now!["stage"], now.ToJsonString());
    }

    /// <summary>Waits until so many films of the list can be run.</summary>
    private async Task ListedAsync(int films)
    {
        for (var look = 0; look < 600; look++)
        {
            if ((await studio.ReadAsync("/new/images")).Split("/run\" aria-label").Length == films + 1)
                return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("They were never written.");
    }

    private static string Work(string question) => question.Split('/')[2];

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    [GeneratedRegex(@"<option value=""(?<account>[^""]+)"">with (?<name>[^<]+)</option>", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Choices();

    [GeneratedRegex(@"formaction=""(?<question>/works/[0-9a-f]+/answers/[0-9]+/)yes""", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Question();
}
