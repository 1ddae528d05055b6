using System.Globalization;
using Rushes.Engine.Accounts;
using Rushes.Engine.Making;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Watching;
using Rushes.Film.Accounts;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Making;

/// <summary>What a run says of itself, as a pipe gets it.</summary>
public sealed class RunNewsTests : IFilmWatcher
{
    private readonly List<FilmNews> _news = [];

    void IFilmWatcher.Tell(FilmNews news) => _news.Add(news);

    [Fact]
    public void A_run_on_several_accounts_says_who_films_why_and_how_much() => Stage.Play(async stage =>
    {
        var set = SetOf(stage, slots: 20, paceMs: 500);
        await WatchAsync(set, 10);

        var said = Said();
        Assert.Equal(
            [
                "Multi-account mode: 3 accounts active",
                "Account 1: Account-A | Project: abc123... | Tokens: 2 | scripted, 20 at once",
                "Account 2: Account-B | Tokens: 1 | scripted, 20 at once",
                "Account 3: Account-C | Tokens: 1 | scripted, 20 at once",
                "Processing mode: PARALLEL (3 of 4 accounts usable; Account-D disabled)",
                "Parallel mode: 3 accounts, 10 scenes",
                "Expected share: Account-A 4, Account-B 3, Account-C 3",
            ],
            said.Take(7));
        Assert.Equal("Filmed: Account-A 4, Account-B 3, Account-C 3", said[^2]);
        Assert.StartsWith("Filming took ", said[^1], StringComparison.Ordinal);
        Assert.Contains("the floor for these accounts is 6.", said[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(said, line => line.Contains("secret", StringComparison.Ordinal));
    });

    [Fact]
    public void Every_scene_says_when_it_started_and_as_which_of_all() => Stage.Play(async stage =>
    {
        await WatchAsync(SetOf(stage, slots: 20, paceMs: 500), 10);
        var started = _news.OfType<FilmNews.TakeChanged>().Where(change => change.State == Film.Takes.TakeState.Submitting);
        Assert.Equal(Enumerable.Range(1, 10).Select(nth => (nth, 10)), started.Select(change => (change.Nth, change.Of)));
    });

    [Fact]
    public void A_run_on_one_account_says_why_the_others_do_not_film() => Stage.Play(async stage =>
    {
        var set = SetOf(stage, slots: 20, paceMs: 500);
        foreach (var id in (string[])["b", "c"])
            await set.Store.SaveAccountAsync(AccountOf(id, 20, 500) with { Enabled = id != "b" }, default);
        await set.Store.SetAsideAsync("c", new(Troubles.NoToken), default);
        await WatchAsync(set, 3);

        Assert.Equal("Account 1: Account-A | Project: abc123... | Tokens: 2 | scripted, 20 at once", Said()[0]);
        Assert.Equal("Processing mode: SEQUENTIAL: 1 of 4 accounts usable; Account-B disabled, Account-C has no token, Account-D disabled", Said()[1]);
    });

    [Fact]
    public void What_went_wrong_is_added_up_at_the_end() => Stage.Play(async stage =>
    {
        var set = SetOf(stage, slots: 2, paceMs: 0);
        set.Provider.OnSubmit = (_, account, number) => account.Id == "b" && number < 9
            ? SubmitAct.Refuse(RefusalKind.Throttled, TimeSpan.FromSeconds(7))
            : SubmitAct.Accept;
        await WatchAsync(set, 10);

        Assert.Contains(Said(), line => line.StartsWith("Account-B rested 7 s: too many requests", StringComparison.Ordinal));
        Assert.Contains(Said(), line => line.StartsWith("Attempts that came to nothing: ", StringComparison.Ordinal) && line.EndsWith(" (0.4 s together)", StringComparison.Ordinal));
    });

    [Fact]
    public void Waiting_for_resting_accounts_says_for_how_long() => Stage.Play(async stage =>
    {
        var set = SetOf(stage, slots: 2, paceMs: 0);
        set.Provider.OnSubmit = (_, _, number) => number <= 5 ? SubmitAct.Refuse(RefusalKind.Throttled, TimeSpan.FromMinutes(3)) : SubmitAct.Accept;
        await WatchAsync(set, 3);
        Assert.Single(Said(), line => line.StartsWith("Every account rests; going on in 173 s, at ", StringComparison.Ordinal));
    });

    private static Account AccountOf(string id, int slots, int paceMs) => Samples.Account(id, slots, paceMs) with { Name = "Account-" + id.ToUpperInvariant() };

    private static StudioSet SetOf(Stage stage, int slots, int paceMs) => new(
        stage,
        AccountOf("a", slots, paceMs) with { ProjectId = "abc123-456-789" },
        AccountOf("b", slots, paceMs),
        AccountOf("c", slots, paceMs),
        AccountOf("d", slots, paceMs) with { Enabled = false });

    private async Task WatchAsync(StudioSet set, int scenes)
    {
        var (language, numbers) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        try
        {
            set.Provider.DownloadsIn = TimeSpan.Zero;
            var process = new StudioProcess(set, "me");
            var cast = await new Casting(set.Store, process.Tools.Providers, set.Time, new Keys()).ChooseAsync("scripted", [], default);
            var run = await process.Shoots.StartAsync(StudioSet.Plan(scenes) with { Cast = cast with { Accounts = Usable(cast) } }, default);
            await process.Shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(30), default);
            var news = new RunNews(this);
            foreach (var recorded in await set.Store.EventsAsync(run.Id, 0, 10_000, default))
                news.Tell(recorded);
            news.Conclude();
            await process.Shoots.DisposeAsync();
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (language, numbers);
        }
    }

    private static List<string> Usable(Cast cast) => [.. cast.Lanes.Where(lane => lane.Trouble is null).Select(lane => lane.Account)];

    private List<string> Said() => [.. _news.OfType<FilmNews.Said>().Select(said => said.Sentence)];

    private sealed class Keys : IKeyRing
    {
        public ValueTask<Credentials> OfAsync(string account, CancellationToken cancellation) => new(account switch
        {
            "a" => new Credentials(["secret-1", "secret-2"]),
            _ => new Credentials(["secret-3"]),
        });

        public Task KeepAsync(string account, Credentials credentials, CancellationToken cancellation) => throw new NotSupportedException();

        public Task ForgetAsync(string account, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
