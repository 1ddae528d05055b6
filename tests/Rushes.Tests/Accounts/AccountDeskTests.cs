using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.Film;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;
using Rushes.Storage.Sqlite;
using Rushes.Tests.Library;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Tests.Accounts;

public sealed class AccountDeskTests : IAsyncDisposable
{
    private static readonly AccountKinds Kinds = new(ProductData.Shelf);
    private readonly SqliteStudioStore _store;
    private readonly MemoryKeyRing _keys = new();
    private readonly AccountDesk _desk;
    private readonly AccountStandings _standings;

    public AccountDeskTests()
    {
        var time = new ManualTime();
        _store = SqliteStudioStore.InMemory(time);
        _desk = new(_store, _keys, Kinds);
        _standings = new(_store, _keys, Kinds, time);
    }

    [Fact]
    public async Task An_account_has_the_usual_limits_of_its_kind_and_an_id_that_a_new_name_does_not_change()
    {
        var added = await _desk.AddAsync(new() { Provider = "fal", Name = "First", Tokens = ["k"] }, default);
        Assert.Equal(Kinds.Find("fal")!.Limits, added.Limits);
        var renamed = await _desk.SetAsync("First", new() { Name = "Second" }, default);
        Assert.Equal((added.Id, "Second"), (renamed.Id, renamed.Name));
        Assert.Equal(["k"], (await _keys.OfAsync(added.Id, default)).Tokens);
    }

    [Fact]
    public async Task Limits_that_a_change_does_not_mention_stay_and_nothing_said_of_them_is_lost_in_the_books()
    {
        var added = await _desk.AddAsync(new() { Provider = "fal", Name = "First", Tokens = ["k"], RequestsPerMinute = 30, PollSpacingMs = 400 }, default);
        await _desk.SetAsync(added.Id, new() { MaxInFlight = 3 }, default);
        Assert.Equal((3, 500, 30, 400), LimitsOf((await _desk.FindAsync(added.Id, default)).Account.Limits));
        await _desk.SetAsync(added.Id, new() { RequestsPerMinute = 0, PollSpacingMs = 0 }, default);
        Assert.Equal((3, 500, (int?)null, (int?)null), LimitsOf((await _desk.FindAsync(added.Id, default)).Account.Limits));

        static (int, int, int?, int?) LimitsOf(AccountLimits limits) => (limits.MaxInFlight, limits.SubmitIntervalMs, limits.RequestsPerMinute, limits.PollSpacingMs);
    }

    [Fact]
    public async Task An_import_updates_by_provider_and_project_id_and_adds_the_others()
    {
        var first = await ImportAsync("""[{"name":"A","project_id":"p1","tokens":["one"],"limits":{"max_in_flight":2}},{"name":"B","project_id":"p2","tokens":["two"]}]""");
        var second = await ImportAsync("""[{"name":"A renamed","project_id":"p1","tokens":["new"]},{"name":"C","project_id":"p3"}]""");
        Assert.Equal([true, true], first.Select(one => one.Added));
        Assert.Equal([false, true], second.Select(one => one.Added));
        Assert.Equal((first[0].Account.Id, "A renamed", 2), (second[0].Account.Id, second[0].Account.Name, second[0].Account.Limits.MaxInFlight));
        Assert.Equal(["new"], (await _keys.OfAsync(first[0].Account.Id, default)).Tokens);
        Assert.Equal(["A renamed", "B", "C"], await NamesAsync());
    }

    [Fact]
    public async Task Without_a_project_id_an_entry_means_the_account_of_its_name()
    {
        await ImportAsync("""[{"name":"One","provider":"fal","tokens":["a"]},{"name":"Two","provider":"fal","tokens":["b"]}]""");
        var again = await ImportAsync("""[{"name":"Two","provider":"fal","tokens":["c"]},{"name":"Two","provider":"gemini-omni","tokens":["d"]}]""");
        Assert.Equal([false, true], again.Select(one => one.Added));
        Assert.Equal(["One", "Two", "Two"], await NamesAsync());
    }

    [Fact]
    public async Task Two_entries_always_end_as_two_accounts_even_of_one_name_or_project()
    {
        const string Twins = """[{"name":"Same","project_id":"p1","tokens":["a"]},{"name":"Same","project_id":"p2","tokens":["b"]},{"name":"Other","project_id":"p1","tokens":["c"]}]""";
        await ImportAsync(Twins);
        await ImportAsync(Twins);
        var accounts = (await _standings.LookAsync(default)).Where(one => one.Account.Provider == "google-flow").ToList();
        Assert.Equal([("Same", "p1"), ("Same", "p2"), ("Other", "p1")], accounts.Select(one => (one.Account.Name, one.Account.ProjectId)));
        Assert.Equal("shooting.account-ambiguous", (await MistakeOf(_desk.SetAsync("Same", new(), default))).Code);
    }

    [Fact]
    public async Task An_account_without_a_token_is_set_aside_until_it_has_one()
    {
        var account = await _desk.AddAsync(new() { Provider = "google-flow", Name = "C", ProjectId = "p" }, default);
        var before = await StandingAsync(account.Id);
        Assert.Equal(AccountHealthState.SetAside, before.State);
        Assert.Equal(Troubles.NoToken, Assert.Single(before.Rests).Trouble.Code);

        await _desk.SetAsync("C", new() { Tokens = ["t1", "t2"] }, default);
        var after = await StandingAsync(account.Id);
        Assert.Equal((AccountHealthState.Ready, 2), (after.State, after.Tokens));
        Assert.Empty(after.Rests);
    }

    [Fact]
    public async Task A_new_token_wakes_an_account_that_was_signed_out()
    {
        var account = await _desk.AddAsync(new() { Provider = "google-flow", Name = "A", Tokens = ["old"] }, default);
        await _store.SetAsideAsync(account.Id, new Trouble(Troubles.SignedOut, "Request had invalid authentication credentials."), default);
        Assert.Equal(AccountHealthState.SetAside, (await StandingAsync(account.Id)).State);
        await _desk.SetAsync(account.Id, new() { Tokens = ["new"] }, default);
        Assert.Equal(AccountHealthState.Ready, (await StandingAsync(account.Id)).State);
    }

    [Fact]
    public async Task Kinds_that_need_no_credential_are_ready_at_once()
    {
        var comfy = await _desk.AddAsync(new() { Provider = "comfyui" }, default);
        var cloud = await _desk.AddAsync(new() { Provider = "vertex-veo", ProjectId = "film-1" }, default);
        Assert.Equal("comfyui", comfy.Name);
        Assert.Equal("vertex-veo/film-1", cloud.QuotaGroup);
        Assert.Equal([AccountHealthState.Ready, AccountHealthState.Ready], [(await StandingAsync(comfy.Id)).State, (await StandingAsync(cloud.Id)).State]);
    }

    [Fact]
    public async Task An_account_that_breaks_a_rule_is_not_added()
    {
        Assert.Equal("accounts.provider-unknown", (await MistakeOf(_desk.AddAsync(new() { Provider = "sora" }, default))).Code);
        Assert.Equal("accounts.plain-http", (await MistakeOf(_desk.AddAsync(new() { Provider = "fal", BaseUrl = "http://gate.example" }, default))).Code);
        Assert.Equal("accounts.address-missing", (await MistakeOf(_desk.AddAsync(new() { Provider = "azure-speech", Tokens = ["k"] }, default))).Code);
        Assert.Equal("accounts.name-empty", (await MistakeOf(_desk.AddAsync(new() { Provider = "fal", Name = " " }, default))).Code);
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task An_account_with_a_take_in_work_is_not_removed()
    {
        var account = await _desk.AddAsync(new() { Provider = "fal", Name = "Busy", Tokens = ["k"] }, default);
        await _store.CreateRunAsync(Samples.Run() with { Providers = ["fal"], Takes = [Samples.New(Samples.Order())] }, default);
        var lane = Assert.IsType<Engine.Shooting.Books.LaneClaim.Taken>(await _store.TakeLaneAsync(account.Id, new Somebody("me"), TimeSpan.FromMinutes(1), default)).Lane;
        Assert.IsType<Engine.Shooting.Books.Beginning.Begun>(await _store.BeginAttemptAsync(lane, 4, default));

        Assert.Equal("accounts.in-work", (await MistakeOf(_desk.RemoveAsync("Busy", default))).Code);
        Assert.Equal(1, (await StandingAsync(account.Id)).InFlight);
        Assert.Equal(["k"], (await _keys.OfAsync(account.Id, default)).Tokens);
    }

    [Fact]
    public async Task A_removed_account_leaves_no_credentials_and_the_built_in_one_stays()
    {
        var account = await _desk.AddAsync(new() { Provider = "fal", Name = "Gone", Tokens = ["k"] }, default);
        await _desk.RemoveAsync("Gone", default);
        Assert.Empty(await NamesAsync());
        Assert.True((await _keys.OfAsync(account.Id, default)).IsEmpty);
        Assert.Equal("accounts.built-in", (await MistakeOf(_desk.RemoveAsync("this-machine", default))).Code);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private async Task<IReadOnlyList<Imported>> ImportAsync(string text) => await _desk.ImportAsync(AccountFile.Read(text, "accounts.json", Kinds).Entries, default);

    private async Task<AccountStanding> StandingAsync(string id) => (await _standings.LookAsync(default)).Single(one => one.Account.Id == id);

    private async Task<List<string>> NamesAsync() =>
        [.. (await _store.AccountsAsync(default)).Select(sheet => sheet.Account).Where(account => account.Id != "this-machine").Select(account => account.Name)];

    private static async Task<Mistake> MistakeOf(Task work) => (await Assert.ThrowsAsync<MistakeException>(() => work)).Mistake;
}
