using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary>Scripts without films.</summary>
public sealed class ScriptCommandTests : IDisposable
{
    private const string Idea = "Cô gái bán hoa tìm lại người cha thất lạc";
    private readonly TestHome _home = new();

    [Fact]
    public async Task A_script_is_written_to_the_file_and_nothing_else_is_made()
    {
        var file = _home["story.json"];
        var answer = (await _home.AskAsync("script", Idea, "--duration", "30", "--out", file)).Expect(0).Json;
        Assert.Equal(["script", "warnings"], answer.EnumerateObject().Select(field => field.Name));
        Assert.Equal(file, answer.GetProperty("script").GetString());
        foreach (var warning in answer.GetProperty("warnings").EnumerateArray())
            Assert.All(["scene", "kind", "text"], field => Assert.True(warning.TryGetProperty(field, out _), field));
        var script = await ReadAsync(file);
        Assert.Equal("vi", script.GetProperty("language").GetString());
        Assert.Equal(30m, script.GetProperty("scenes").EnumerateArray().Sum(scene => scene.GetProperty("duration").GetDecimal()));
        Assert.Empty(TestHome.Inventory(_home.Projects));
    }

    [Fact]
    public async Task Variants_are_written_side_by_side_with_their_scores()
    {
        var answer = (await _home.AskAsync("script", Idea, "--variants", "3", "--out", _home["v.json"])).Expect(0).Json;
        var variants = answer.GetProperty("variants").EnumerateArray().ToList();
        Assert.Equal([_home["v-1.json"], _home["v-2.json"], _home["v-3.json"]], variants.Select(variant => variant.GetProperty("file").GetString()));
        Assert.All(variants, variant => Assert.InRange(variant.GetProperty("score").GetDouble(), 0, 1));
        Assert.All(variants, variant => Assert.NotEmpty(variant.GetProperty("reasons").EnumerateArray()));
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variant in variants)
            texts.Add((await ReadAsync(variant.GetProperty("file").GetString()!)).GetProperty("scenes").GetRawText());
        Assert.Equal(3, texts.Count);
    }

    [Fact]
    public async Task Scenes_are_taken_from_two_variants_and_what_they_earned_stands_beside_their_scores()
    {
        (await _home.AskAsync("script", Idea, "--variants", "2", "--out", _home["v.json"])).Expect(0);
        (await _home.AskAsync("script", "take", $"{_home["v-2.json"]}:1-2", $"{_home["v-1.json"]}:3", "--out", _home["mix.fountain"])).Expect(0);
        var (first, second) = (await ReadAsync(_home["v-1.json"]), await ReadAsync(_home["v-2.json"]));
        var page = await File.ReadAllTextAsync(_home["mix.fountain"], TestContext.Current.CancellationToken);
        Assert.Equal(3, page.Split("\n[[rushes:").Length - 2);
        Assert.Contains(second.GetProperty("scenes")[1].GetProperty("prompt").GetString()!, page, StringComparison.Ordinal);
        Assert.Contains(first.GetProperty("scenes")[2].GetProperty("prompt").GetString()!, page, StringComparison.Ordinal);

        (await _home.AskAsync("script", "result", _home["v-1.json"], "--views", "1200", "--retention", "61", "--sales", "7")).Expect(0);
        var compared = (await _home.AskAsync("script", "compare", _home["v-1.json"], _home["v-2.json"], "--idea", Idea)).Expect(0).Json.GetProperty("variants");
        Assert.Equal(1200, compared[0].GetProperty("results").GetProperty("views").GetInt64());
        Assert.Equal(0.61, compared[0].GetProperty("results").GetProperty("retention").GetDouble(), 6);
        Assert.Equal(JsonValueKind.Null, compared[1].GetProperty("results").ValueKind);
    }

    [Fact]
    public async Task A_screenplay_is_written_and_filmed_like_any_script()
    {
        var page = _home["story.fountain"];
        (await _home.AskAsync("script", Idea, "--duration", "12", "--out", page)).Expect(0);
        var plan = (await _home.AskAsync("text2video", "--script", page, "--dry-run")).Expect(0).Json;
        Assert.Equal(12, plan.GetProperty("duration").GetDouble(), 6);
    }

    [Fact]
    public async Task Of_a_screenplay_longer_than_a_film_the_part_that_the_refusal_names_is_taken()
    {
        var file = _home["long.fountain"];
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Range(1, 460).Select(number => $"INT. ROOM {number} - DAY\n\nA door opens.\n\n")), TestContext.Current.CancellationToken);
        var refusal = (await _home.AskAsync("text2video", "--script", file, "--dry-run")).Expect(2).Json.GetProperty("error");
        Assert.Equal("script.too-many-scenes", refusal.GetProperty("code").GetString());
        Assert.Contains(":1-450", refusal.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("script.too-many-scenes", (await _home.AskAsync("script", "take", file, "--out", _home["all.json"])).Expect(2).Json.GetProperty("error").GetProperty("code").GetString());

        (await _home.AskAsync("script", "take", file + ":1-450", "--out", _home["first.json"])).Expect(0);
        (await _home.AskAsync("script", "take", file + ":451-460", "--out", _home["rest.json"])).Expect(0);
        Assert.Equal(450, (await ReadAsync(_home["first.json"])).GetProperty("scenes").GetArrayLength());
        Assert.Equal("ROOM 460", (await ReadAsync(_home["rest.json"])).GetProperty("scenes")[9].GetProperty("location").GetString());
    }

    [Fact]
    public async Task What_a_provider_may_refuse_is_a_warning_with_its_words_and_a_suggestion()
    {
        var answer = (await _home.AskAsync("script", "Một cô bé 8 tuổi nhặt được chiếc nhẫn", "--out", _home["girl.json"])).Expect(0).Json;
        var warning = answer.GetProperty("warnings").EnumerateArray().First(one => one.GetProperty("kind").GetString() == "policy");
        Assert.Contains("cô bé", warning.GetProperty("words").EnumerateArray().Select(word => word.GetString()));
        Assert.Contains("[-", warning.GetProperty("suggestion").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sales_script_has_the_beats_of_selling_and_three_posts()
    {
        var file = _home["sales.json"];
        (await _home.AskAsync("script", "Bình giữ nhiệt Sương Mai giữ lạnh 24 giờ", "--kind", "sales", "--out", file)).Expect(0);
        var script = await ReadAsync(file);
        Assert.Equal("sales", script.GetProperty("kind").GetString());
        var beats = script.GetProperty("scenes").EnumerateArray().Select(scene => scene.GetProperty("story_beat").GetString()).ToList();
        Assert.Equal("Hook", beats[0]);
        Assert.Equal("Action", beats[^1]);
        Assert.Equal(3, script.GetProperty("social").GetArrayLength());
    }

    [Fact]
    public async Task The_same_seed_writes_the_same_script_and_another_seed_another_one()
    {
        string[] texts = new string[3];
        foreach (var (index, seed) in new[] { "5", "5", "6" }.Index())
        {
            (await _home.AskAsync("script", Idea, "--seed", seed, "--out", _home[$"{index}.json"])).Expect(0);
            texts[index] = await File.ReadAllTextAsync(_home[$"{index}.json"], TestContext.Current.CancellationToken);
        }

        Assert.Equal(texts[0], texts[1]);
        Assert.NotEqual(texts[0], texts[2]);
    }

    [Fact]
    public async Task A_dry_run_tells_the_plan_and_makes_nothing()
    {
        var before = TestHome.Inventory(_home.Projects);
        var plan = (await _home.AskAsync("text2video", Idea, "--duration", "20", "--copies", "2", "--dry-run")).Expect(0).Json;
        var scenes = plan.GetProperty("scenes").GetArrayLength();
        Assert.True(scenes >= 2);
        Assert.Equal(scenes * 2, plan.GetProperty("takes").GetInt32());
        Assert.Equal(20m, plan.GetProperty("duration").GetDecimal());
        Assert.Equal("1080x1920", plan.GetProperty("size").GetString());
        Assert.Equal(0m, plan.GetProperty("cost").GetProperty("estimated").GetDecimal());
        Assert.Equal(before, TestHome.Inventory(_home.Projects));
        Assert.Empty((await _home.AskAsync("runs")).Expect(0).Json.GetProperty("runs").EnumerateArray());
        Assert.Empty((await _home.AskAsync("projects")).Expect(0).Json.GetProperty("projects").EnumerateArray());
    }

    [Fact]
    public async Task A_person_reads_the_plan_in_plain_lines()
    {
        _home.Environment["RUSHES_LANGUAGE"] = "vi";
        var lines = (await _home.RunAsync("text2video", Idea, "--duration", "12", "--dry-run")).Expect(0).Output;
        Assert.Contains("Kế hoạch", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("{", lines, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private static async Task<JsonElement> ReadAsync(string file)
    {
        using var script = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        return script.RootElement.Clone();
    }
}
