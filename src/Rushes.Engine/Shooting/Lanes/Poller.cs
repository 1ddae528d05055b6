using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>Asks about the operations of a lane, and hands finished ones on. A poll that fails is not an operation that failed.</summary>
internal sealed class Poller(Shift shift, Fetcher fetcher)
{
    private const double WorthTelling = 0.05;
    private static readonly TimeSpan SoonestWord = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    /// <summary>A question, or an answer, that comes so much later than it was meant to was held up: the machine slept.</summary>
    private static readonly TimeSpan Nap = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SetAside = TimeSpan.FromSeconds(15);
    private readonly Turnstile _requests = new(shift.Options.Polls);

    public async Task AskAsync(IReadOnlyList<Watched> due)
    {
        using var place = await _requests.EnterAsync(shift.Over);
        var now = shift.Time.GetUtcNow();
        foreach (var watched in due)
        {
            watched.SeenThrough &= now - watched.NextAt < Nap;
            watched.AskedAt = now;
        }

        var answers = await PollAsync([.. due.Select(watched => watched.Operation)]);
        await Task.WhenAll(due.Select(watched =>
            HandleAsync(watched, answers.GetValueOrDefault(watched.Operation) ?? new OperationStatus.Unreadable("The answer did not mention it."))));
    }

    private async Task<IReadOnlyDictionary<string, OperationStatus>> PollAsync(IReadOnlyList<string> operations)
    {
        using var patience = new CancellationTokenSource(LongestPoll, shift.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, shift.Over);
        try
        {
            LaneSignals.Polled(shift.Account);
            using var span = LaneSignals.Begin("poll", shift.Account);
            return await shift.Provider.PollAsync(operations, shift.Account, either.Token);
        }
        catch (Exception problem) when (!shift.Over.IsCancellationRequested)
        {
            LaneLog.PollFailed(shift.Log, shift.Account.Name, operations.Count, problem.Message);
            var silence = new OperationStatus.Unreadable(problem.Message);
            return operations.ToDictionary(operation => operation, OperationStatus (_) => silence, StringComparer.Ordinal);
        }
    }

    private async Task HandleAsync(Watched watched, OperationStatus status)
    {
        var shot = watched.Shot;
        watched.SetAside = false;
        if (status is not OperationStatus.Unreadable)
            watched.Silences = 0;
        switch (status)
        {
            case OperationStatus.Generating generating:
                await GeneratingAsync(watched, generating);
                break;
            case OperationStatus.Finished finished:
                await FinishedAsync(watched, finished.Cost);
                break;
            case OperationStatus.Refused refused:
                await RefusedAsync(watched, refused.Reason);
                break;
            case OperationStatus.Vanished vanished:
                var trouble = new Trouble(Troubles.Vanished, vanished.Reason);
                await LetGoAsync(watched, shift.Traits.IsLocal
                    ? shift.Continuity.FilmAgainAsync(shot, TakeState.Generating, trouble)
                    : shift.Continuity.OutOfSightAsync(shot, trouble));
                break;
            case OperationStatus.Unreadable unreadable:
                await UnreadableAsync(watched, unreadable);
                break;
            case OperationStatus.Halted halted:
                throw halted.Mistake.AsException();
        }
    }

    private async Task GeneratingAsync(Watched watched, OperationStatus.Generating generating)
    {
        if (await EndlessAsync(watched))
            return;
        var now = shift.Time.GetUtcNow();
        if (generating.Progress is { } progress && progress >= watched.Progress + WorthTelling && now >= watched.ToldAt + SoonestWord)
        {
            (watched.Progress, watched.ToldAt) = (progress, now);
            await shift.Continuity.TellAsync(watched.Shot, new TakeProgress(watched.Shot.Order.Scene, watched.Shot.Order.Take, Math.Min(progress, 1)));
        }

        Again(watched, TimeSpan.Zero);
    }

    private async Task FinishedAsync(Watched watched, Cost? cost)
    {
        var shot = watched.Shot;
        var now = shift.Time.GetUtcNow();
        var took = Shift.AgeOf(shot, now);
        watched.SeenThrough &= now - watched.AskedAt < Nap;
        shift.Take(shot.Id);
        cost ??= shift.Traits.IsLocal ? Cost.Free : shift.Tools.Prices?.CostOf(shift.Provider.Name, shot.Order);
        var changed = await shift.Continuity.GeneratedAsync(shot, cost, watched.SeenThrough ? took : null);
        shift.Watch.Remove(shot.Id);
        shift.Settled();
        if (changed != Changed.Yes)
        {
            shift.PutDown(shot.Id);
            return;
        }

        shift.Failures.Generated();
        if (watched.SeenThrough)
        {
            shift.Rhythm.Learn(new(shot.Order.Model, took));
            LaneSignals.Generated(shift.Account, took);
        }

        fetcher.Fetch(shot with { State = TakeState.Downloading, GeneratedAt = now, Cost = cost });
    }

    private async Task RefusedAsync(Watched watched, Refusal refusal)
    {
        var shot = watched.Shot;
        LaneLog.Refused(shift.Log, shift.Account.Name, shot.Order.Scene, refusal.Kind, refusal.Words);
        var answer = shift.Tools.Answers.Judge(refusal, accepted: true, shot.Tries);
        if (answer.Resting is not null)
            shift.Distrust(answer.Trouble.Code);
        if (refusal.Kind == RefusalKind.FailedAtProvider && shift.Failures.Failed(shot.Id))
        {
            // Before the take is let go, or this very lane would claim it again.
            shift.Distrust(answer.Trouble.Code);
            var rest = new Resting(Group: false, OnlyModel: true, shift.Options.Rests, answer.Trouble);
            await shift.Store.RestAsync(shift.Lane, shot.Order.Model, rest, CancellationToken.None);
        }

        if (answer.To is not null)
        {
            await LetGoAsync(watched, shift.Continuity.RefusedAsync(shot, answer, accepted: true));
            return;
        }

        await shift.Store.RestAsync(shift.Lane, shot.Order.Model, answer.Resting!, CancellationToken.None);
        if (await EndlessAsync(watched))
            return;
        watched.SetAside = true;
        Again(watched, SetAside);
    }

    private async Task UnreadableAsync(Watched watched, OperationStatus.Unreadable unreadable)
    {
        if (await EndlessAsync(watched))
            return;
        var silence = TimeSpan.FromTicks(shift.PollSpacing.Ticks << Math.Min(++watched.Silences, 16));
        silence = silence < LongestSilence ? silence : LongestSilence;
        Again(watched, unreadable.RetryAfter is { } after && after > silence ? after : silence);
    }

    private async Task<bool> EndlessAsync(Watched watched)
    {
        if (Shift.AgeOf(watched.Shot, shift.Time.GetUtcNow()) < shift.Traits.Patience)
            return false;
        var trouble = new Trouble(Troubles.Endless);
        await LetGoAsync(watched, shift.Traits.IsLocal
            ? shift.Continuity.FilmAgainAsync(watched.Shot, TakeState.Generating, trouble)
            : shift.Continuity.OutOfSightAsync(watched.Shot, trouble));
        return true;
    }

    /// <summary>The operation is not the lane's any more, whatever the store says to the change.</summary>
    private async Task LetGoAsync(Watched watched, Task<Changed> change)
    {
        await change;
        shift.Watch.Remove(watched.Shot.Id);
        shift.Settled();
    }

    /// <summary>The rhythm counts from question to question, so that a provider that answers slowly is not asked less often for it.</summary>
    private void Again(Watched watched, TimeSpan atLeast)
    {
        var now = shift.Time.GetUtcNow();
        var wait = watched.AskedAt + shift.Rhythm.Next(watched.Shot.Order.Model, Shift.AgeOf(watched.Shot, watched.AskedAt), shift.PollSpacing) - now;
        shift.Watch.Again(watched, now, wait > atLeast ? wait : atLeast);
        shift.Ring();
    }
}
