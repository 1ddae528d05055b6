using Rushes.Engine.Library;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Writing.Checking;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;
using Rushes.Storage.Files;
using Rushes.Storage.Sqlite;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Making.Models;

/// <summary>Two providers: <c>long</c> films up to 10 s at 0.10 a second, <c>short</c> films 4 or 6 s vertically at 0.30.</summary>
public sealed class ModelCastingTests : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("rushes-models-");
    private readonly ManualTime _time = new();
    private readonly SqliteStudioStore _store;
    private readonly ModelCasting _casting;

    public ModelCastingTests()
    {
        _store = SqliteStudioStore.InMemory(_time);
        Model("long-1", "long", """ "shortest": 3, "longest": 10, "aspects": ["16:9", "9:16"], "prices": [{ "per_second": 0.1 }] """, usual: true);
        Model("long-old", "long", """ "shortest": 3, "longest": 10, "aspects": ["16:9"], "shuts_down": "1999-01-01" """);
        Model("short-1", "short", """ "lengths": [4, 6], "aspects": ["9:16"], "prices": [{ "per_second": 0.3 }] """, usual: true);
        Model("short-dear", "short", """ "lengths": [4, 6], "aspects": ["9:16"] """);
        var files = new MemoryFiles();
        var providers = new VideoProviders([
            new ScriptedProvider(_time, files, "long"), new ScriptedProvider(_time, files, "short"), new ScriptedProvider(_time, files, "animatic") { Traits = new() { IsLocal = true } }]);
        _casting = new(new ModelBook(new DataShelf(new FolderDataLibrary(_data.FullName, null))), providers, new Casting(_store, providers, _time), _time);
    }

    [Fact]
    public async Task A_model_alone_chooses_its_provider()
    {
        await AccountsAsync();
        Assert.Equal(["short"], (await _casting.ChooseAsync(Brief with { Model = "short-dear" }, default)).Providers);
        Assert.Equal("models.unknown", (await MistakeOf(Brief with { Model = "sora-2" })).Code);
        Assert.Equal("models.not-of-provider", (await MistakeOf(Brief with { Model = "short-1", Provider = "long" })).Code);
        Assert.Equal("models.ended", (await MistakeOf(Brief with { Model = "long-old" })).Code);
    }

    [Fact]
    public async Task Scenes_are_as_long_as_everyone_in_the_cast_can_film()
    {
        await AccountsAsync();
        Assert.Equal([4, 6], _casting.LimitsOf(await _casting.ChooseAsync(Brief, default), Brief).Clips.Fixed);
        Assert.Equal(10, _casting.LimitsOf(await _casting.ChooseAsync(Brief with { Provider = "long" }, default), Brief).Clips.Longest);
    }

    [Fact]
    public async Task Prompts_are_as_long_as_everyone_in_the_cast_takes_and_the_usual_where_that_is_unknown()
    {
        Model("short-talkative", "short", """ "lengths": [4, 6], "aspects": ["9:16"], "prompt_limit": 5000 """);
        Model("short-curt", "short", """ "lengths": [4, 6], "aspects": ["9:16"], "prompt_limit": 800 """);
        await AccountsAsync();
        async Task<int> OfAsync(Brief brief) => _casting.LimitsOf(await _casting.ChooseAsync(brief, default), brief).Prompt;
        Assert.Equal(5_000, await OfAsync(Brief with { Model = "short-talkative" }));
        Assert.Equal(800, await OfAsync(Brief with { Model = "short-curt" }));
        Assert.Equal(ScriptChecks.UsualPromptLimit, await OfAsync(Brief with { Provider = "long" }));
    }

    [Fact]
    public async Task Who_cannot_film_the_script_sits_out_and_says_why()
    {
        await AccountsAsync();
        var told = new List<string>();
        var cast = _casting.Suit(await _casting.ChooseAsync(Brief, default), Brief, Script(4, 8), told.Add);
        Assert.Equal(["long"], cast.Providers);
        Assert.Equal(["L"], cast.Lanes.Select(lane => lane.Name));
        Assert.Contains("S (short)", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scene_that_nobody_can_film_says_why_for_each_account()
    {
        await AccountsAsync();
        var cast = await _casting.ChooseAsync(Brief, default);
        var mistake = Assert.Throws<MistakeException>(() => _casting.Suit(cast, Brief, Script(4, 12), static _ => { })).Mistake;
        Assert.Equal(("models.nobody", "scenes[2].duration"), (mistake.Code, mistake.Field));
        var reasons = Assert.IsType<string>(Assert.Single(mistake.Details));
        Assert.Contains("L (long)", reasons, StringComparison.Ordinal);
        Assert.Contains("S (short)", reasons, StringComparison.Ordinal);

        var alone = await _casting.ChooseAsync(Brief with { Provider = "short" }, default);
        Assert.Equal("models.too-long", Assert.Throws<MistakeException>(() => _casting.Suit(alone, Brief, Script(4, 12), static _ => { })).Mistake.Code);
    }

    [Fact]
    public async Task An_aspect_that_a_model_lacks_is_remarked_upon()
    {
        await AccountsAsync();
        var wide = Brief with { Aspect = Aspect.Cinema };
        Assert.Equal(2, _casting.Remarks(await _casting.ChooseAsync(wide, default), wide).Count);
        Assert.Empty(_casting.Remarks(await _casting.ChooseAsync(Brief, default), Brief));
    }

    [Fact]
    public async Task The_estimate_is_that_of_the_dearest_who_may_film_and_an_unknown_price_stays_unknown()
    {
        await AccountsAsync();
        var both = await _casting.ChooseAsync(Brief, default);
        Assert.Equal(2 * (4 + 6) * 0.3m, _casting.Estimate(both, Brief, [3.5, 6], 2).Amount);
        Assert.Equal((3.5m + 6) * 0.1m, _casting.Estimate(["long"], Brief, [3.5, 6], 1).Amount);
        var unknown = _casting.Estimate(["short"], Brief with { Model = "short-dear" }, [4], 1);
        Assert.Null(unknown.Amount);
        Assert.Equal(["short-dear"], unknown.Unknown);
        Assert.True(_casting.Estimate(["animatic"], Brief, [4], 12).IsFree);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private static Brief Brief { get; } = new() { Workflow = Workflow.Text2Video, Idea = "a kitten" };

    private static Script Script(params double[] seconds) =>
        new() { Title = "Kitten", Language = "en", Scenes = [.. seconds.Select(length => new Scene { Prompt = "A kitten", Duration = length })] };

    private async Task AccountsAsync()
    {
        await _store.SaveAccountAsync(Samples.Account("l", provider: "long"), default);
        await _store.SaveAccountAsync(Samples.Account("s", provider: "short"), default);
    }

    private async Task<Mistake> MistakeOf(Brief brief) => (await Assert.ThrowsAsync<MistakeException>(() => _casting.ChooseAsync(brief, default))).Mistake;

    private void Model(string id, string provider, string facts, bool usual = false)
    {
        var folder = _data.CreateSubdirectory("models").FullName;
        File.WriteAllText(
            Path.Combine(folder, id + ".json"),
            $$"""{ "id": "{{id}}", "provider": "{{provider}}", "default": {{(usual ? "true" : "false")}}, "name": { "en": "{{id}}" }, "checked_on": "2026-11-29", {{facts}} }""");
    }
}
