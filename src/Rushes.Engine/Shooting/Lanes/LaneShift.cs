using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>
/// A lane at work, from taking it to leaving it: one loop that renews the lease, claims takes while there are slots and asks about operations when they
/// are due. Submissions, polls and downloads run beside it and never wait for each other.
/// </summary>
internal sealed class LaneShift : IDisposable
{
    private static readonly TimeSpan SoonestNews = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource _over = new();
    private readonly ConcurrentDictionary<string, byte> _stopping = new(StringComparer.Ordinal);
    private readonly Bell _bell;
    private readonly Shift _shift;
    private readonly Crowd _sending;
    private readonly Crowd _working;
    private readonly Submitter _submitter;
    private readonly Poller _poller;
    private readonly Fetcher _fetcher;
    private Exception? _fault;
    private DateTimeOffset _keepAt;
    private DateTimeOffset _newsAt;
    private DateTimeOffset _claimAt;
    private long? _lastSend;
    private int _heard;
    private bool _nothingToClaim;
    private bool _lost;

    public LaneShift(LaneTools tools, LaneClaim.Taken taken, IVideoProvider provider)
    {
        _bell = new(tools.Time);
        _shift = new(tools, taken.Lane, taken.Sheet, provider, _bell, _over.Token);
        _sending = new(Break, _over.Token);
        _working = new(Break, _over.Token);
        _submitter = new(_shift);
        _fetcher = new(_shift, _working);
        _poller = new(_shift, _fetcher);
    }

    /// <summary>Films until there is nothing left to do for the account, the lane is lost, or <paramref name="stop"/>.</summary>
    /// <returns>True when takes may have become available since the last look: another shift should follow.</returns>
    public async Task<bool> WorkAsync(CancellationToken stop)
    {
        await using var ringOnStop = stop.Register(_bell.Ring);
        using var hearing = _shift.Store.Queue.Listen(Hear);
        try
        {
            await OpenAsync();
            while (!stop.IsCancellationRequested && !_lost && _fault is null)
            {
                await HearNewsAsync();
                await ClaimAsync(stop);
                AskWhatIsDue();
                if (NothingLeft)
                    break;
                await _bell.WaitAsync(UntilNext());
            }
        }
        finally
        {
            await LeaveAsync();
        }

        if (_fault is { } fault)
            ExceptionDispatchInfo.Throw(fault);
        return Volatile.Read(ref _heard) == 1 && !stop.IsCancellationRequested && !_lost;
    }

    public void Dispose()
    {
        _over.Dispose();
        _bell.Dispose();
    }

    private DateTimeOffset Now => _shift.Time.GetUtcNow();

    private int InFlight => _sending.Count + _shift.Watch.Count;

    private bool NothingLeft => _nothingToClaim && Volatile.Read(ref _heard) == 0 && _sending.Count == 0 && _working.Count == 0 && _shift.Watch.Count == 0;

    private void Hear()
    {
        Volatile.Write(ref _heard, 1);
        _shift.ClaimSoon();
    }

    private void Break(Exception problem)
    {
        Interlocked.CompareExchange(ref _fault, problem, null);
        _bell.Ring();
    }

    private async Task OpenAsync()
    {
        _keepAt = Now + _shift.Options.Keep;
        var latencies = await _shift.Store.LatenciesAsync(_shift.Lane.Account, PollRhythm.Remembered, CancellationToken.None);
        foreach (var latency in latencies.Reverse())
            _shift.Rhythm.Learn(latency);
        _shift.Trust = new(proven: latencies.Count > 0, struck: _shift.Sheet.Rests.Count > 0);
        var account = _shift.Account;
        await _shift.Store.NoteLaneAsync(
            account.Id, new LaneOpened(account.Id, account.Name, account.Provider, account.Limits.MaxInFlight), CancellationToken.None);
        var found = await _shift.Store.UnfinishedAsync(_shift.Lane, CancellationToken.None);
        foreach (var shot in found)
            TakeUp(shot);
        LaneLog.Opened(_shift.Log, account.Name, account.Limits.MaxInFlight, _shift.Lane.Epoch, found.Count);
    }

    private void TakeUp(Shot shot)
    {
        switch (shot.State)
        {
            case TakeState.Submitting:
                _shift.Take(shot.Id);
                _working.Add(() => _submitter.RecoverAsync(shot));
                break;
            case TakeState.Generating:
                _shift.FollowOn(shot, shot.Operation!);
                break;
            case TakeState.Downloading:
                _shift.Take(shot.Id);
                _fetcher.Fetch(shot);
                break;
            case TakeState.Upscaling:
                _shift.Take(shot.Id);
                _fetcher.Enlarge(shot);
                break;
        }
    }

    /// <summary>Renews the lease in time, and at once when something changed: accounts, cancelled takes, takes that were taken up again.</summary>
    private async Task HearNewsAsync()
    {
        if (Volatile.Read(ref _heard) == 1 && _newsAt + SoonestNews < _keepAt)
            _keepAt = _newsAt + SoonestNews;
        if (Now < _keepAt)
            return;
        Volatile.Write(ref _heard, 0);
        var asOf = _shift.Time.GetTimestamp();
        if (await _shift.Store.KeepLaneAsync(_shift.Lane, _shift.Options.Lease, CancellationToken.None) is not { } news)
        {
            LoseLane();
            return;
        }

        (_newsAt, _keepAt) = (Now, Now + _shift.Options.Keep);
        if (news.Sheet.Rests.Count < _shift.Sheet.Rests.Count)
            _shift.Watch.TakeBack(Now);
        _shift.Sheet = news.Sheet;
        foreach (var cancelled in news.Cancelled)
        {
            if (_stopping.TryAdd(cancelled.Attempt, 0))
                _working.Add(() => StopAsync(cancelled));
        }

        _shift.Watch.KeepOnly([.. news.InWork], asOf);
        if (news.InWork.Any(IsNew))
        {
            foreach (var shot in (await _shift.Store.UnfinishedAsync(_shift.Lane, CancellationToken.None)).Where(shot => IsNew(shot.Id)))
                TakeUp(shot);
        }

        bool IsNew(long take) => !_shift.Watch.Has(take) && !_shift.InHand(take);
    }

    private async Task StopAsync(CancelledShot cancelled)
    {
        _shift.Watch.Remove(cancelled.Take);
        var stopped = false;
        try
        {
            stopped = await _shift.Provider.CancelAsync(cancelled.Operation, _shift.Account, _shift.Over);
        }
        catch (Exception problem) when (!_shift.Over.IsCancellationRequested)
        {
            LaneLog.StopFailed(_shift.Log, _shift.Account.Name, cancelled.Operation, problem.Message);
        }

        await _shift.Store.StoppedAsync(cancelled.Attempt, stopped, CancellationToken.None);
        _stopping.TryRemove(cancelled.Attempt, out _);
        _bell.Ring();
    }

    private async Task ClaimAsync(CancellationToken stop)
    {
        if (_shift.ShouldClaim(_nothingToClaim))
            _claimAt = DateTimeOffset.MinValue;
        while (!stop.IsCancellationRequested && !_lost && _fault is null && Now >= _claimAt && Now < _keepAt)
        {
            var slots = _shift.Account.Limits.MaxInFlight;
            if (InFlight >= slots || _sending.Count >= _shift.Trust.Unanswered)
            {
                (_claimAt, _nothingToClaim) = (DateTimeOffset.MaxValue, false);
                return;
            }

            await BeginAsync(slots);
        }
    }

    private async Task BeginAsync(int slots)
    {
        var answer = await _shift.Store.BeginAttemptAsync(_shift.Lane, slots, CancellationToken.None);
        _nothingToClaim = false;
        switch (answer)
        {
            case Beginning.Begun(var shot):
                var intentAt = _shift.Time.GetTimestamp();
                var refusals = _shift.Trust.Refusals;
                _shift.Take(shot.Id);
                await KeepPaceAsync();
                if (_shift.Trust.Refusals > refusals)
                {
                    await TakeBackAsync(shot);
                    break;
                }

                _lastSend = _shift.Time.GetTimestamp();
                _sending.Add(() => _submitter.SubmitAsync(shot, intentAt));
                break;
            case Beginning.TooSoon(var wait):
                _claimAt = Now + wait;
                break;
            case Beginning.SlotsTaken or Beginning.BetterElsewhere:
                _claimAt = Now + _shift.Options.LookAgain;
                break;
            case Beginning.Rests(var until):
                var back = until - Now;
                _nothingToClaim = back is null || back > _shift.Options.LongestWait;
                _claimAt = Now + (back < _shift.Options.LookAgain ? back.Value : _shift.Options.LookAgain);
                break;
            case Beginning.NothingQueued:
                (_claimAt, _nothingToClaim) = (Now + _shift.Options.LookAgain, true);
                break;
            case Beginning.LaneLost:
                LoseLane();
                break;
        }
    }

    /// <summary>The gate is passed when the intent is committed; reaching the disk takes now longer, now shorter, and the pace counts calls.</summary>
    private async Task KeepPaceAsync()
    {
        if (_lastSend is not { } last)
            return;
        var wait = TimeSpan.FromMilliseconds(_shift.Account.Limits.SubmitIntervalMs) - _shift.Time.GetElapsedTime(last);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, _shift.Time, CancellationToken.None);
    }

    /// <summary>The account was set to rest while the take waited to be sent.</summary>
    private async Task TakeBackAsync(Shot shot)
    {
        await _shift.Continuity.UnsentAsync(shot, "The account was set to rest before it was sent.");
        _shift.PutDown(shot.Id);
    }

    private void AskWhatIsDue()
    {
        var due = _shift.Watch.TakeDue(Now);
        foreach (var batch in due.Chunk(Math.Max(1, _shift.Traits.PollBatch)))
            _working.Add(() => _poller.AskAsync(batch));
    }

    private TimeSpan UntilNext()
    {
        var next = _claimAt < _keepAt ? _claimAt : _keepAt;
        if (_shift.Watch.NextAt() is { } poll && poll < next)
            next = poll;
        return next - Now;
    }

    private void LoseLane()
    {
        _lost = true;
        LaneLog.TakenOver(_shift.Log, _shift.Account.Name);
    }

    private void GoHome() => _over.Cancel();

    /// <summary>Claims nothing more, hears the submissions out, leaves generations running.</summary>
    private async Task LeaveAsync()
    {
        GoHome();
        await _sending.EmptyAsync();
        await _working.EmptyAsync();
        if (_lost || _fault is not null)
            return;
        var account = _shift.Account;
        await _shift.Store.NoteLaneAsync(account.Id, new LaneClosed(account.Id, account.Name, _shift.Ready), CancellationToken.None);
        await _shift.Store.LeaveLaneAsync(_shift.Lane, CancellationToken.None);
        LaneLog.Closed(_shift.Log, account.Name, _shift.Ready);
    }
}
