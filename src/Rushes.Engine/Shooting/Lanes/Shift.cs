using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>What the parts of a lane share while it is at work.</summary>
internal sealed class Shift(LaneTools tools, Lane lane, AccountSheet sheet, IVideoProvider provider, Bell bell, CancellationToken over)
{
    private const int SlotFree = 1;
    private const int TakesCame = 2;
    private readonly ConcurrentDictionary<long, byte> _inHand = new();
    private volatile AccountSheet _sheet = sheet;
    private int _reasons = TakesCame;
    private int _ready;

    public LaneTools Tools => tools;

    public IStudioStore Store => tools.Store;

    public TimeProvider Time => tools.Time;

    public LaneOptions Options => tools.Options;

    public ILogger Log => tools.Log;

    public Lane Lane => lane;

    public IVideoProvider Provider => provider;

    public ProviderTraits Traits => provider.Traits;

    /// <summary>The account as the last renewal of the lease found it.</summary>
    public AccountSheet Sheet
    {
        get => _sheet;
        set => _sheet = value;
    }

    public Film.Accounts.Account Account => _sheet.Account;

    public WatchList Watch { get; } = new();

    public PollRhythm Rhythm { get; } = new();

    /// <summary>Least time between two polls of the same operation.</summary>
    public TimeSpan PollSpacing => tools.PollSpacingOf(Account, provider.Traits);

    public Trust Trust { get; set; } = new(proven: false, struck: sheet.Rests.Count > 0);

    public FailureStreak Failures { get; } = new();

    public Continuity Continuity { get; } = new(tools.Store, lane, sheet.Account.Name);

    /// <summary>Cancelled when the shift is over, but for submissions: those are always heard out.</summary>
    public CancellationToken Over => over;

    public int Ready => Volatile.Read(ref _ready);

    /// <summary>Takes that a part of the shift is busy with, other than by watching them.</summary>
    public bool InHand(long take) => _inHand.ContainsKey(take);

    public void Take(long take) => _inHand[take] = 0;

    public void PutDown(long take) => _inHand.TryRemove(take, out _);

    public void CountReady() => Interlocked.Increment(ref _ready);

    /// <summary>The account was set to rest.</summary>
    public void Distrust(string reason)
    {
        Trust.Refused();
        LaneSignals.Rested(Account, reason);
    }

    /// <summary>Takes may have become available.</summary>
    public void ClaimSoon()
    {
        Interlocked.Or(ref _reasons, TakesCame);
        bell.Ring();
    }

    /// <summary>Something of the lane's came to an end: a slot may be free.</summary>
    public void Settled()
    {
        Interlocked.Or(ref _reasons, SlotFree);
        bell.Ring();
    }

    /// <param name="foundNothing">The last look found no take: a free slot alone is no reason to look again.</param>
    public bool ShouldClaim(bool foundNothing) => (Interlocked.Exchange(ref _reasons, 0) & (foundNothing ? TakesCame : TakesCame | SlotFree)) != 0;

    /// <summary>A frozen process may still be about to send; only one that has ended, or is past every deadline, surely will not.</summary>
    public async Task UntilSurelySentAsync(DateTimeOffset begunAt, string owner)
    {
        var safe = begunAt + Options.SendWithin + Traits.SubmitTimeout + Submitter.Overtime;
        while (Time.GetUtcNow() < safe && !Tools.Me.IsGone(owner))
            await Task.Delay(Options.Keep, Time, over);
    }

    /// <summary>From now on an operation is asked about that was accepted just now.</summary>
    public void Follow(Shot shot, string operation)
    {
        var now = Time.GetUtcNow();
        Add(new(shot, operation, Time.GetTimestamp(), seenThrough: true) { NextAt = now + Rhythm.Next(shot.Order.Model, AgeOf(shot, now), PollSpacing) });
    }

    /// <summary>From now on an operation is asked about that may have ended while nobody looked: at once.</summary>
    public void FollowOn(Shot shot, string operation) => Add(new(shot, operation, Time.GetTimestamp(), seenThrough: false) { NextAt = Time.GetUtcNow() });

    public static TimeSpan AgeOf(Shot shot, DateTimeOffset now) => now - (shot.AcceptedAt ?? shot.BegunAt);

    public void Ring() => bell.Ring();

    private void Add(Watched watched)
    {
        Watch.Add(watched);
        bell.Ring();
    }
}
