using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Runs;
using Rushes.Film;
using Rushes.Film.Accounts;
using Rushes.Storage.Sqlite;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Shooting.Runs;

public sealed class CastingTests
{
    [Fact]
    public async Task Without_any_account_this_machine_films()
    {
        var cast = await ChooseAsync(null, []);
        Assert.Equal(["animatic"], cast.Providers);
        Assert.Empty(cast.Accounts);
        Assert.Equal("this-machine", Assert.Single(cast.Lanes).Account);
    }

    [Fact]
    public async Task The_providers_of_the_enabled_accounts_film_and_the_disabled_ones_are_named_with_their_reason()
    {
        var cast = await ChooseAsync(null, [], Samples.Account("a"), Samples.Account("b", enabled: false));
        Assert.Equal(["scripted"], cast.Providers);
        Assert.Equal([("A", null), ("B", Troubles.Disabled)], cast.Lanes.Select(lane => (lane.Name, lane.Trouble?.Code)));
    }

    [Fact]
    public async Task Accounts_are_named_by_id_or_by_a_name_that_only_one_has()
    {
        Account[] accounts = [Samples.Account("a1") with { Name = "Twin" }, Samples.Account("a2") with { Name = "Twin" }, Samples.Account("b")];
        Assert.Equal(["a2", "b"], (await ChooseAsync(null, ["a2", "b"], accounts)).Accounts);
        Assert.Equal("shooting.account-ambiguous", (await MistakeOf(ChooseAsync(null, ["twin"], accounts))).Code);
        Assert.Equal("shooting.account-unknown", (await MistakeOf(ChooseAsync(null, ["nobody"], accounts))).Code);
    }

    [Fact]
    public async Task What_cannot_film_is_a_mistake_in_one_sentence()
    {
        Assert.Equal("shooting.provider-unknown", (await MistakeOf(ChooseAsync("nope", []))).Code);
        Assert.Equal("shooting.no-account", (await MistakeOf(ChooseAsync("scripted", []))).Code);
        Assert.Equal("shooting.all-disabled", (await MistakeOf(ChooseAsync("scripted", [], Samples.Account("a", enabled: false)))).Code);
    }

    private static async Task<Cast> ChooseAsync(string? provider, IReadOnlyList<string> named, params Account[] accounts)
    {
        var time = new ManualTime();
        await using var store = SqliteStudioStore.InMemory(time);
        foreach (var account in accounts)
            await store.SaveAccountAsync(account, default);
        var files = new MemoryFiles();
        var providers = new VideoProviders([new ScriptedProvider(time, files), new ScriptedProvider(time, files, "animatic")]);
        return await new Casting(store, providers, time).ChooseAsync(provider, named, default);
    }

    private static async Task<Mistake> MistakeOf(Task<Cast> choosing) => (await Assert.ThrowsAsync<MistakeException>(() => choosing)).Mistake;
}
