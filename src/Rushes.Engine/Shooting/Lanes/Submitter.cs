using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Texts;
using Rushes.Film;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>Sends takes off: the intent is committed before, the provider is called once, the operation id is committed before anything else.</summary>
internal sealed class Submitter(Shift shift)
{
    private readonly ChainLink _chain = new(shift);

    /// <summary>How much longer than its time a call is waited for.</summary>
    internal static readonly TimeSpan Overtime = TimeSpan.FromSeconds(5);

    /// <param name="intentAt">Timestamp at which the intent was known to be committed.</param>
    public async Task SubmitAsync(Shot shot, long intentAt)
    {
        try
        {
            if (await CallOnceAsync(shot, intentAt) is { } answer)
                await HandleAsync(shot, answer);
        }
        finally
        {
            shift.PutDown(shot.Id);
            shift.Settled();
        }
    }

    /// <summary>A submission whose answer this process never had: it belonged to an earlier owner of the lane.</summary>
    public async Task RecoverAsync(Shot shot)
    {
        try
        {
            if (shift.Traits.IsLocal || shift.Traits.CanLookUp)
                await shift.UntilSurelySentAsync(shot.BegunAt, shot.Owner);
            await FindOutAsync(shot, "The program ended before the answer came.");
        }
        finally
        {
            shift.PutDown(shot.Id);
            shift.Settled();
        }
    }

    /// <returns>Null when nothing was sent, which is written down then.</returns>
    private async Task<Submission?> CallOnceAsync(Shot shot, long intentAt)
    {
        var (order, _) = await _chain.SentAsync(shot, CancellationToken.None);

        // A process that was frozen between intent and call must not send: somebody may have decided on the attempt meanwhile.
        if (shift.Time.GetElapsedTime(intentAt) > shift.Options.SendWithin || shift.Time.GetUtcNow() - shot.BegunAt > shift.Options.SendWithin)
        {
            await shift.Continuity.UnsentAsync(shot, "The program was frozen for too long before sending.");
            return null;
        }

        using var timeout = new CancellationTokenSource(shift.Traits.SubmitTimeout, shift.Time);
        using var span = LaneSignals.Begin("submit", shift.Account, shot);
        var call = Call(shot, order, timeout.Token);
        if (!call.IsCompleted && await OverrunsAsync(call))
        {
            _ = KeepLateAnswerAsync(shot, call);
            return new Submission.Lost($"No answer within {shift.Traits.SubmitTimeout.TotalSeconds:0} seconds.");
        }

        return await call;
    }

    /// <summary>Never throws: once the call was made, anything but an answer means that nobody knows.</summary>
    private async Task<Submission> Call(Shot shot, ShotOrder order, CancellationToken timeout)
    {
        try
        {
            return await shift.Provider.SubmitAsync(order, shift.Account, shot.Attempt, timeout);
        }
        catch (OperationCanceledException)
        {
            return new Submission.Lost($"No answer within {shift.Traits.SubmitTimeout.TotalSeconds:0} seconds.");
        }
        catch (MistakeException locked) when (locked.Mistake.Field == "account")
        {
            // Credentials that cannot be opened: nothing was sent.
            return new Submission.Refused(new(RefusalKind.SignedOut, Sentence.Of(locked.Mistake)));
        }
        catch (Exception problem)
        {
            LaneLog.SubmissionThrew(shift.Log, problem, shift.Account.Name, shot.Order.Scene);
            return new Submission.Lost(problem.Message);
        }
    }

    /// <summary>Whether the provider ignores that its time is up.</summary>
    private async Task<bool> OverrunsAsync(Task<Submission> call)
    {
        var overrun = new TaskCompletionSource();
        await using var timer = shift.Time.CreateTimer(
            static end => ((TaskCompletionSource)end!).TrySetResult(), overrun, shift.Traits.SubmitTimeout + Overtime, Timeout.InfiniteTimeSpan);
        return await Task.WhenAny(call, overrun.Task) == overrun.Task;
    }

    private async Task KeepLateAnswerAsync(Shot shot, Task<Submission> call)
    {
        try
        {
            if (await call is Submission.Accepted late)
                await AcceptedAsync(shot, late.Operation, justNow: false);
        }
        catch (Exception problem)
        {
            LaneLog.LateAnswerLost(shift.Log, problem, shift.Account.Name, shot.Order.Scene);
        }
    }

    private async Task HandleAsync(Shot shot, Submission answer)
    {
        switch (answer)
        {
            case Submission.Accepted accepted:
                shift.Trust.Accepted();
                LaneSignals.Submitted(shift.Account, "accepted");
                await AcceptedAsync(shot, accepted.Operation, justNow: true);
                if (shift.Sheet.Rests.Count > 0)
                    await shift.Store.ForgetStrikesAsync(shift.Lane, shot.Order.Model, CancellationToken.None);
                break;
            case Submission.Refused refused:
                LaneLog.Refused(shift.Log, shift.Account.Name, shot.Order.Scene, refused.Reason.Kind, refused.Reason.Words);
                var verdict = shift.Tools.Answers.Judge(refused.Reason, accepted: false, shot.Tries);
                LaneSignals.Submitted(shift.Account, verdict.Trouble.Code);
                if (verdict.Resting is not null)
                    shift.Distrust(verdict.Trouble.Code);
                await shift.Continuity.RefusedAsync(shot, verdict, accepted: false);
                break;
            case Submission.Halted halted:
                await shift.Continuity.UnsentAsync(shot, Sentence.Of(halted.Mistake));
                throw halted.Mistake.AsException();
            case Submission.Lost lost:
                LaneSignals.Submitted(shift.Account, "lost");
                LaneLog.AnswerLost(shift.Log, shift.Account.Name, shot.Order.Scene, lost.Reason);
                await FindOutAsync(shot, lost.Reason);
                break;
        }
    }

    /// <param name="justNow">Otherwise it was accepted some time ago, and may have ended since.</param>
    private async Task AcceptedAsync(Shot shot, string operation, bool justNow)
    {
        var recorded = await shift.Continuity.AcceptedAsync(shot, operation);
        var accepted = shot with { Operation = operation, AcceptedAt = shift.Time.GetUtcNow() };
        if (recorded == Recorded.Generating && justNow)
            shift.Follow(accepted, operation);
        else if (recorded == Recorded.Generating)
            shift.FollowOn(accepted, operation);
        else
            LaneLog.AcceptedButUnwanted(shift.Log, shift.Account.Name, shot.Order.Scene, recorded, operation);
    }

    /// <summary>What became of a submission without an answer: looked up where one can, filmed again where that is free, unknown otherwise.</summary>
    private async Task FindOutAsync(Shot shot, string reason)
    {
        if (shift.Traits.CanLookUp)
        {
            foreach (var pause in (IEnumerable<TimeSpan>)[TimeSpan.Zero, .. shift.Options.LookUps])
            {
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, shift.Time, shift.Over);
                switch (await LookUpAsync(shot))
                {
                    case LookUp.Found found:
                        await AcceptedAsync(shot, found.Operation, justNow: false);
                        return;
                    case LookUp.Absent:
                        await shift.Continuity.UnsentAsync(shot, reason);
                        return;
                    case LookUp.Unclear unclear:
                        LaneLog.LookUpUnclear(shift.Log, shift.Account.Name, shot.Order.Scene, unclear.Reason);
                        break;
                }
            }
        }

        if (shift.Traits.IsLocal)
            await shift.Continuity.UnsentAsync(shot, reason);
        else
            await shift.Continuity.LostAsync(shot, reason);
    }

    private async Task<LookUp> LookUpAsync(Shot shot)
    {
        try
        {
            return await shift.Provider.LookUpAsync(shot.Attempt, shift.Account, shift.Over);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !shift.Over.IsCancellationRequested)
        {
            return new LookUp.Unclear(problem.Message);
        }
    }
}
