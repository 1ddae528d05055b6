using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Rushes.Engine.Shooting.Lanes;
using Rushes.Film;

namespace Rushes.Engine.Shooting.Hosting;

/// <summary>Lanes that broke: told to the log, kept from starting again at once, and known to whoever waits for a run.</summary>
public sealed class LaneFaults(TimeProvider time, ILoggerFactory logs)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];
    private readonly ConcurrentDictionary<string, (int Times, DateTimeOffset Until)> _broken = new(StringComparer.Ordinal);
    private readonly ILogger _log = logs.CreateLogger("Rushes.Lanes");
    private MistakeException? _mistake;

    /// <summary>What the user can mend, such as a full disk; null when no lane broke on such a thing.</summary>
    public MistakeException? Mistake => Volatile.Read(ref _mistake);

    public void Report(string account, Exception problem)
    {
        LaneLog.Broke(_log, problem, account);
        if (problem is MistakeException mistake)
            Volatile.Write(ref _mistake, mistake);
        _broken.AddOrUpdate(
            account,
            _ => (1, time.GetUtcNow() + Pauses[0]),
            (_, before) => (before.Times + 1, time.GetUtcNow() + Pauses[Math.Min(before.Times, Pauses.Length - 1)]));
    }

    /// <summary>The user asks for work again: what could be mended counts as mended until a lane meets it again.</summary>
    public void GiveAnotherChance()
    {
        Volatile.Write(ref _mistake, null);
        _broken.Clear();
    }

    /// <summary>The lane ended as it should.</summary>
    public void Forget(string account) => _broken.TryRemove(account, out _);

    public bool MayStart(string account) => !_broken.TryGetValue(account, out var broken) || broken.Until <= time.GetUtcNow();
}
