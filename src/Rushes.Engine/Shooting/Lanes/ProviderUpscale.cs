using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>
/// Has the provider enlarge a clip, by the rules of every operation that may cost money: the intent before the call, the call once, the operation id before
/// the first poll, and what is unknown stays unknown. It has an attempt of its own beside the one that filmed the take.
/// </summary>
internal sealed class ProviderUpscale(Shift shift)
{
    private static readonly TimeSpan SetAside = TimeSpan.FromSeconds(15);

    /// <returns>Null when the take is not the lane's any more.</returns>
    public async Task<Enlarged?> EnlargeAsync(IUpscaler upscaler, Shot shot, string clip)
    {
        var target = shot.Order.Upscale!;
        for (var throttled = 0; ;)
        {
            var stand = await shift.Store.BeginUpscaleAsync(shift.Lane, shot.Id, shot.Attempt, CancellationToken.None);
            switch (stand)
            {
                case UpscaleStand.NotOurs:
                    return null;
                case UpscaleStand.TooSoon(var wait):
                    await Task.Delay(wait, shift.Time, shift.Over);
                    continue;
                case UpscaleStand.Known { Operation: { } operation } known:
                    return await FollowAsync(shot, clip, known.Attempt, operation, known.BegunAt, known.State == AttemptState.Done);
                case UpscaleStand.Known known:
                    if (await FindOutAsync(known, "The program ended before the answer came.") is { } lost)
                        return new(new(target, null, lost));
                    continue;
            }

            var begun = (UpscaleStand.Begun)stand;
            switch (await CallOnceAsync(upscaler, shot, begun))
            {
                case Submission.Accepted accepted:
                    await shift.Store.RecordOperationAsync(begun.Attempt, accepted.Operation, CancellationToken.None);
                    return await FollowAsync(shot, clip, begun.Attempt, accepted.Operation, begun.At, done: false);
                case Submission.Refused { Reason: var refusal }:
                    await EndAsync(begun.Attempt, AttemptState.Rejected, Troubles.Of(refusal));
                    if (shift.Tools.Answers.Judge(refusal, accepted: false, shot.Tries).Resting is { } resting)
                        await shift.Store.RestAsync(shift.Lane, shot.Order.Model, resting, CancellationToken.None);
                    if (refusal.Kind != RefusalKind.Throttled || throttled >= shift.Options.Rests.Count)
                        return new(new(target, null, refusal.Words));
                    await Task.Delay(refusal.RetryAfter ?? shift.Options.Rests[throttled], shift.Time, shift.Over);
                    throttled++;
                    continue;
                case Submission.Halted { Mistake: var mistake }:
                    await EndAsync(begun.Attempt, AttemptState.Rejected, new(Troubles.Unsent));
                    throw mistake.AsException();
                case Submission.Lost { Reason: var reason }:
                    var known = new UpscaleStand.Known(begun.Attempt, AttemptState.Intent, null, shift.Lane.Owner, begun.At);
                    if (await FindOutAsync(known, reason) is { } unknown)
                        return new(new(target, null, unknown));
                    continue;
            }
        }
    }

    private async Task<Submission> CallOnceAsync(IUpscaler upscaler, Shot shot, UpscaleStand.Begun begun)
    {
        if (shift.Time.GetUtcNow() - begun.At > shift.Options.SendWithin)
        {
            // A process that was frozen between intent and call must not send; for this caller it is as if the provider had been too busy.
            return new Submission.Refused(new(RefusalKind.Throttled, "The program was frozen for too long before sending.", TimeSpan.FromSeconds(1)));
        }

        using var timeout = new CancellationTokenSource(shift.Traits.SubmitTimeout, shift.Time);
        try
        {
            return await upscaler.UpscaleAsync(shot.Operation!, shot.Order, shift.Account, begun.Attempt, timeout.Token);
        }
        catch (OperationCanceledException)
        {
            return new Submission.Lost($"No answer within {shift.Traits.SubmitTimeout.TotalSeconds:0} seconds.");
        }
        catch (Exception problem)
        {
            LaneLog.SubmissionThrew(shift.Log, problem, shift.Account.Name, shot.Order.Scene);
            return new Submission.Lost(problem.Message);
        }
    }

    /// <summary>What became of an enlargement whose answer was lost.</summary>
    /// <returns>Why it is unknown; null when it is known now: look at the books again.</returns>
    private async Task<string?> FindOutAsync(UpscaleStand.Known known, string reason)
    {
        if (known.State != AttemptState.Unknown && shift.Traits.CanLookUp)
        {
            if (known.Owner != shift.Lane.Owner)
                await shift.UntilSurelySentAsync(known.BegunAt, known.Owner);
            switch (await LookUpAsync(known.Attempt))
            {
                case LookUp.Found found:
                    await shift.Store.RecordOperationAsync(known.Attempt, found.Operation, CancellationToken.None);
                    return null;
                case LookUp.Absent:
                    await EndAsync(known.Attempt, AttemptState.Rejected, new(Troubles.Unsent, reason));
                    return null;
            }
        }

        await EndAsync(known.Attempt, AttemptState.Unknown, new(Troubles.Lost, reason));
        return $"Whether the enlargement was accepted is not known: {reason}";
    }

    private async Task<LookUp> LookUpAsync(string attempt)
    {
        try
        {
            return await shift.Provider.LookUpAsync(attempt, shift.Account, shift.Over);
        }
        catch (Exception problem) when (!shift.Over.IsCancellationRequested)
        {
            return new LookUp.Unclear(problem.Message);
        }
    }

    private async Task<Enlarged> FollowAsync(Shot shot, string clip, string attempt, string operation, DateTimeOffset since, bool done)
    {
        var target = shot.Order.Upscale!;
        Cost? cost = null;
        if (!done)
        {
            var (failure, said) = await WaitAsync(shot, attempt, operation, since);
            if (failure is not null)
                return new(new(target, null, failure));
            cost = said;
        }

        return await BringHomeAsync(shot, clip, operation) is { } broken
            ? new(new(target, null, broken), cost)
            : new(new(target, shift.Provider.Name), cost);
    }

    /// <summary>Polls until the operation has ended.</summary>
    private async Task<(string? Failure, Cost? Cost)> WaitAsync(Shot shot, string attempt, string operation, DateTimeOffset since)
    {
        // Its own history: enlarging takes another time than filming.
        var model = shot.Order.Model + "/upscale";
        var atLeast = TimeSpan.Zero;
        while (true)
        {
            var age = shift.Time.GetUtcNow() - since;
            if (age > shift.Options.UpscalePatience)
            {
                await EndAsync(attempt, AttemptState.Unknown, new(Troubles.Endless));
                return ($"Not ready after {shift.Options.UpscalePatience.TotalMinutes:0} minutes.", null);
            }

            var wait = shift.Rhythm.Next(model, age, shift.PollSpacing);
            await Task.Delay(wait > atLeast ? wait : atLeast, shift.Time, shift.Over);
            atLeast = TimeSpan.Zero;
            switch (await PollAsync(operation))
            {
                case OperationStatus.Finished finished:
                    shift.Rhythm.Learn(new(model, shift.Time.GetUtcNow() - since));
                    await EndAsync(attempt, AttemptState.Done, null);
                    return (null, finished.Cost);
                case OperationStatus.Refused { Reason.Kind: RefusalKind.SignedOut or RefusalKind.RefusedUse or RefusalKind.NotAllowed }:
                    atLeast = SetAside;
                    break;
                case OperationStatus.Refused { Reason: var refusal }:
                    await EndAsync(attempt, AttemptState.WrittenOff, Troubles.Of(refusal));
                    return (refusal.Words, null);
                case OperationStatus.Vanished vanished:
                    await EndAsync(attempt, AttemptState.Unknown, new(Troubles.Vanished, vanished.Reason));
                    return (vanished.Reason, null);
                case OperationStatus.Halted halted:
                    throw halted.Mistake.AsException();
                case OperationStatus.Unreadable { RetryAfter: { } after }:
                    atLeast = after;
                    break;
            }
        }
    }

    private async Task<OperationStatus> PollAsync(string operation)
    {
        try
        {
            var answers = await shift.Provider.PollAsync([operation], shift.Account, shift.Over);
            return answers.GetValueOrDefault(operation) ?? new OperationStatus.Unreadable("The answer did not mention it.");
        }
        catch (Exception problem) when (!shift.Over.IsCancellationRequested)
        {
            LaneLog.PollFailed(shift.Log, shift.Account.Name, 1, problem.Message);
            return new OperationStatus.Unreadable(problem.Message);
        }
    }

    /// <returns>Why it did not arrive; null when it has taken the clip's place.</returns>
    private async Task<string?> BringHomeAsync(Shot shot, string clip, string operation)
    {
        var part = shift.Tools.Files.LargePartOf(shot.Order.Project, shot.Order.Scene, shot.Order.Take);
        string? failure = null;
        foreach (var pause in (IEnumerable<TimeSpan>)[TimeSpan.Zero, .. shift.Options.DownloadRetries])
        {
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, shift.Time, shift.Over);
            using var place = await shift.Tools.Downloads.EnterAsync(shift.Over);
            failure = await DownloadAsync(operation, part);
            if (failure is null)
            {
                shift.Tools.Files.Replace(part, clip);
                return null;
            }

            LaneLog.DownloadBroken(shift.Log, shift.Account.Name, shot.Order.Scene, failure);
        }

        shift.Tools.Files.Discard(part);
        return failure;
    }

    private async Task<string?> DownloadAsync(string operation, string part)
    {
        try
        {
            var delivery = await shift.Provider.DownloadAsync(operation, part, shift.Account, shift.Over);
            if (delivery is not Delivery.Delivered delivered)
                return delivery is Delivery.Gone gone ? gone.Reason : ((Delivery.Broken)delivery).Reason;
            if (shift.Tools.Files.Length(part) == delivered.Bytes && await shift.Tools.ClipCheck.CheckAsync(part, shift.Over) is ClipVerdict.Good)
                return null;
            shift.Tools.Files.Discard(part);
            return "The larger clip did not arrive whole.";
        }
        catch (Exception problem) when (!shift.Over.IsCancellationRequested && !FullDisk.Is(problem))
        {
            return problem.Message;
        }
    }

    private Task EndAsync(string attempt, AttemptState state, Trouble? trouble) =>
        shift.Store.EndUpscaleAsync(attempt, state, trouble, CancellationToken.None);
}
