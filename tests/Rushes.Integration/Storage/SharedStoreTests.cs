using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film;
using Rushes.Film.Takes;
using Rushes.Storage.Sqlite;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Integration.Storage;

/// <summary>One file, several stores over it, as several processes have.</summary>
public sealed class SharedStoreTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("rushes-store-");

    private string File => Path.Combine(_home.FullName, "rushes.db");

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public async Task The_books_are_safe_against_power_loss_and_read_while_written()
    {
        await using var store = SqliteStudioStore.Open(File, TimeProvider.System);
        using var session = new SqliteSession(File, readOnly: false);
        Assert.Equal("wal", session.One("PRAGMA journal_mode", row => row.GetString(0)));
        Assert.True(session.Number("SELECT sqlite_version() >= '3.35'") == 1);
    }

    [Fact]
    public async Task No_take_can_have_two_attempts_that_may_cost_money()
    {
        await using var store = SqliteStudioStore.Open(File, TimeProvider.System);
        await store.SaveAccountAsync(Samples.Account("a"), None);
        await store.CreateRunAsync(Samples.Run(), None);
        var lane = Assert.IsType<LaneClaim.Taken>(await store.TakeLaneAsync("a", new Somebody("me"), Samples.Lease, None)).Lane;
        var shot = Assert.IsType<Beginning.Begun>(await store.BeginAttemptAsync(lane, 4, None)).Shot;

        using var session = new SqliteSession(File, readOnly: false);
        foreach (var (state, allowed) in new[] { ("intent", false), ("submitted", false), ("done", false), ("unknown", false), ("rejected", true), ("written_off", true) })
        {
            var problem = Record.Exception(() => session.Run(
                "INSERT INTO attempts (id, take, account, model, owner, epoch, state, digest, seed, begun_at) VALUES ($1, $2, 'a', '', 'x', 1, $1, '', 0, 0)",
                state,
                shot.Id));
            Assert.Equal(allowed, problem is null);
        }
    }

    [Fact]
    public async Task Four_stores_on_one_file_never_claim_a_take_twice_and_keep_the_pace_together()
    {
        const int scenes = 120;
        var stores = Enumerable.Range(0, 4).Select(_ => SqliteStudioStore.Open(File, TimeProvider.System)).ToList();
        await stores[0].CreateRunAsync(Samples.Run(scenes: scenes), None);
        var claimed = new System.Collections.Concurrent.ConcurrentBag<(long Take, long At)>();
        await Task.WhenAll(stores.Select((store, i) => Task.Run(async () =>
        {
            await store.SaveAccountAsync(Samples.Account($"a{i}", paceMs: 5, group: "team"), None);
            var lane = Assert.IsType<LaneClaim.Taken>(await store.TakeLaneAsync($"a{i}", new Somebody($"p{i}"), TimeSpan.FromMinutes(5), None)).Lane;
            while (await store.BeginAttemptAsync(lane, scenes + 1, None) is var answer and not Beginning.NothingQueued)
            {
                if (answer is Beginning.Begun begun)
                    claimed.Add((begun.Shot.Id, begun.Shot.BegunAt.ToUnixTimeMilliseconds()));
                else
                    await Task.Delay(Assert.IsType<Beginning.TooSoon>(answer).Wait, None);
            }
        })));
        foreach (var store in stores)
            await store.DisposeAsync();

        Assert.Equal(scenes, claimed.Select(claim => claim.Take).Distinct().Count());
        Assert.Equal(scenes, claimed.Count);
        var times = claimed.Select(claim => claim.At).Order().ToList();
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 5, "The pace was broken."));
    }

    [Fact]
    public async Task What_another_process_wrote_is_seen_and_its_events_have_no_gaps()
    {
        await using var mine = SqliteStudioStore.Open(File, TimeProvider.System);
        await using var yours = SqliteStudioStore.Open(File, TimeProvider.System);
        await mine.CreateRunAsync(Samples.Run(), None);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? mine : yours).NoteAsync("run-a", new TakeProgress(1, 1, i), None)));

        var seen = await yours.EventsAsync("run-a", 0, 1000, None);
        Assert.Equal(Enumerable.Range(1, 201).Select(number => (long)number), seen.Select(recorded => recorded.Sequence));
        Assert.Equal(200, seen.Select(recorded => recorded.Event).OfType<TakeProgress>().Distinct().Count());
    }

    [Fact]
    public async Task A_write_that_fails_harms_none_of_those_that_were_written_with_it()
    {
        await using var store = SqliteStudioStore.Open(File, TimeProvider.System);
        await store.CreateRunAsync(Samples.Run(), None);
        var good = Enumerable.Range(0, 50).Select(i => store.NoteAsync("run-a", new TakeProgress(1, 1, i), None)).ToList();
        var bad = store.CreateRunAsync(Samples.Run(), None);
        good.AddRange(Enumerable.Range(50, 50).Select(i => store.NoteAsync("run-a", new TakeProgress(1, 1, i), None)));

        await Assert.ThrowsAsync<SqliteException>(() => bad);
        await Task.WhenAll(good);
        Assert.Equal(101, (await store.EventsAsync("run-a", 0, 1000, None)).Count);
        Assert.Equal(3, (await store.TakesAsync("run-a", None)).Count);
    }

    [Fact]
    public async Task Everything_is_there_after_opening_again()
    {
        await using (var store = SqliteStudioStore.Open(File, TimeProvider.System))
            await store.CreateRunAsync(Samples.Run(), None);
        await using var again = SqliteStudioStore.Open(File, TimeProvider.System);
        Assert.Equal(3, (await again.RunAsync("run-a", None))!.Count(TakeState.Queued));
        Assert.Single(await again.AccountsAsync(None));
    }

    [Fact]
    public void Books_of_a_newer_program_are_left_alone_with_a_sentence()
    {
        using (var session = new SqliteSession(File, readOnly: false))
            session.Script("PRAGMA user_version = 9999");
        Assert.Equal("shooting.store-newer", Mistake(() => SqliteStudioStore.Open(File, TimeProvider.System)).Code);
    }

    [Fact]
    public void A_file_that_is_no_store_gives_a_sentence()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));
        Assert.Equal("shooting.store-damaged", Mistake(() => SqliteStudioStore.Open(File, TimeProvider.System)).Code);
    }

    [Fact]
    public void A_place_where_nothing_can_be_written_gives_a_sentence()
    {
        Assert.Equal("shooting.store-rights", Mistake(() => SqliteStudioStore.Open("/proc/rushes.db", TimeProvider.System)).Code);
    }

    private static Mistake Mistake(Action action) => Assert.Throws<MistakeException>(action).Mistake;
}
