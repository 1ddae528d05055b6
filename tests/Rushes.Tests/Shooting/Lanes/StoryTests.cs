using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Shooting.Lanes;

/// <summary>Whatever goes wrong, in whatever order, with processes killed in between: the same few things always hold.</summary>
public sealed class StoryTests
{
    /// <summary>More of them for a long night: <c>RUSHES_STORIES=20000</c>.</summary>
    private static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable("RUSHES_STORIES"), CultureInfo.InvariantCulture, out var count) ? count : 150;

    [Fact]
    public void In_every_story_nothing_is_paid_twice_nothing_is_lost_and_all_comes_to_an_end()
    {
        var stories =
            from submissions in Fates(12, calm: 6)
            from operations in Fates(12, calm: 6)
            from downloads in Fates(8, calm: 2)
            from kills in Fates(3, calm: 2)
            from shape in Gen.Choose(0, 215)
            select new Story(submissions, operations, downloads, kills, (byte)shape);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Count),
            Prop.ForAll(Arb.From(stories, Shorter), story => Stage.Play(stage => TellAsync(stage, story))));
    }

    private static Gen<byte[]> Fates(int most, int calm) =>
        from length in Gen.Choose(0, most)
        from fates in Gen.ArrayOf(Gen.Frequency((calm, Gen.Constant((byte)0)), (4, Gen.Choose(0, 255).Select(fate => (byte)fate))), length)
        select fates;

    private static IEnumerable<Story> Shorter(Story story)
    {
        if (story.Kills.Length > 0)
            yield return story with { Kills = story.Kills[..^1] };
        if (story.Downloads.Length > 0)
            yield return story with { Downloads = story.Downloads[..^1] };
        if (story.Operations.Length > 0)
            yield return story with { Operations = story.Operations[..^1] };
        if (story.Submissions.Length > 0)
            yield return story with { Submissions = story.Submissions[..^1] };
        for (var i = 0; i < story.Submissions.Length; i++)
        {
            if (story.Submissions[i] != 0)
                yield return story with { Submissions = [.. story.Submissions[..i], 0, .. story.Submissions[(i + 1)..]] };
        }

        for (var i = 0; i < story.Operations.Length; i++)
        {
            if (story.Operations[i] != 0)
                yield return story with { Operations = [.. story.Operations[..i], 0, .. story.Operations[(i + 1)..]] };
        }
    }

    private static async Task TellAsync(Stage stage, Story story)
    {
        var set = SetOf(stage, story);
        var run = "";
        for (var act = 0; act <= story.Kills.Length; act++)
        {
            var kill = act < story.Kills.Length ? 10 + (story.Kills[act] * 2) : int.MaxValue;
            var process = new StudioProcess(set, $"process {act}", new(kill));
            var filming = FilmAsync(process, run, story.Scenes);
            await Task.WhenAny(filming, process.Life.End);
            set.World.Bury(process.Me.Name);
            run = (await set.Store.RunsAsync(default)).SingleOrDefault()?.Id ?? "";
            if (process.Life.IsOver)
                continue;
            await filming;
            await AssertHoldsAsync(set, story, run);
            return;
        }
    }

    private static async Task FilmAsync(StudioProcess process, string run, int scenes)
    {
        if (run.Length == 0)
            run = (await process.Shoots.StartAsync(StudioSet.Plan(scenes), default)).Id;
        else
            await process.Shoots.ResumeAsync(run, default);
        await process.Shoots.FinishAsync(run, TimeSpan.FromMinutes(10), default);
        await process.Shoots.DisposeAsync();
    }

    private static StudioSet SetOf(Stage stage, Story story)
    {
        var set = new StudioSet(stage, [.. Enumerable.Range(0, story.Accounts)
            .Select(i => Samples.Account($"a{i}", slots: 2, paceMs: 100, group: story.OneGroup ? "team" : null))]);
        set.Provider.Traits = set.Provider.Traits with { CanLookUp = story.CanLookUp, IsLocal = story.IsLocal };
        set.Provider.OnSubmit = (_, _, number) => story.ActOn(number);
        set.Provider.OnPoll = story.Poll;
        set.Provider.OnDownload = operation => story.Deliver(operation, set.Provider.DownloadCount);
        return set;
    }

    private static async Task AssertHoldsAsync(StudioSet set, Story story, string run)
    {
        var takes = await set.TakesAsync(run);
        set.AssertNothingHalf(takes);

        // Of all the operations made for a take, one at most has or will have a clip.
        foreach (var made in set.Provider.Operations.GroupBy(operation => operation.Scene))
        {
            var living = made.Count(story.Lives);
            Assert.True(living <= 1 || story.IsLocal, $"{living} clips of scene {made.Key} were paid for.");
        }

        // The pace of each group held, whoever submitted.
        foreach (var calls in set.Provider.Calls.GroupBy(call => story.OneGroup ? "team" : call.Account))
            Assert.All(calls.Zip(calls.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromMilliseconds(100), "The pace was broken."));

        // The books and the provider agree on what is ready.
        foreach (var take in takes.Where(take => take.State == TakeState.Ready))
        {
            var attempts = await set.Store.AttemptsAsync(take.Id, default);
            var done = Assert.Single(attempts, attempt => attempt.State == AttemptState.Done);
            Assert.Contains(set.Provider.Operations, operation => operation.Id == done.Operation && operation.Scene == take.Scene && story.Lives(operation));
        }

        await AssertEndedAsync(set, run, takes);
        AssertLegal(await set.EventsAsync(run));
    }

    private static async Task AssertEndedAsync(StudioSet set, string run, List<TakeSheet> takes)
    {
        var sheet = (await set.Store.RunAsync(run, default))!;
        var accounts = await set.Store.AccountsAsync(default);
        if (sheet.State == RunState.Finished)
            Assert.All(takes, take => Assert.True(take.State.IsSettled(), $"{take.State} in a finished run."));
        else
            Assert.Contains(accounts, account => account.RestFor(null, set.Time.GetUtcNow()) is not null);
    }

    private static void AssertLegal(List<StudioEvent> events)
    {
        var states = new Dictionary<int, TakeState>();
        foreach (var happening in events.OfType<TakeEvent>())
        {
            TakeState? next = happening switch
            {
                TakeStarted => TakeState.Submitting,
                TakeSubmitted => TakeState.Generating,
                TakeArriving => TakeState.Downloading,
                TakeReady => TakeState.Ready,
                TakeRequeued => TakeState.Queued,
                TakeUnknown => TakeState.Unknown,
                TakeBlocked => TakeState.Blocked,
                TakeFailed => TakeState.Failed,
                _ => null,
            };
            if (next is not { } to)
                continue;
            var from = states.GetValueOrDefault(happening.Scene, TakeState.Queued);

            // Resuming a failed take, and checking an unknown one again, is told by the run.
            var resumed = from is TakeState.Failed or TakeState.Unknown && (TakeState.Queued.CanBecome(to) || TakeState.Downloading.CanBecome(to) || TakeState.Generating.CanBecome(to));
            Assert.True(from.CanBecome(to) || resumed, $"Scene {happening.Scene} went from {from} to {to}.");
            states[happening.Scene] = to;
        }
    }
}
