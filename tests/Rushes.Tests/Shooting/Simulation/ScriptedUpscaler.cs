using Rushes.Engine.Shooting;
using Rushes.Film.Accounts;

namespace Rushes.Tests.Shooting.Simulation;

/// <summary>The part of the scripted provider that enlarges; it keeps the truth about what it was asked for, and outlives the processes that ask.</summary>
public sealed class ScriptedUpscaler(TimeProvider time, MemoryFiles files) : IUpscaler
{
    private readonly List<(string Id, string Of, string Correlation, DateTimeOffset Since)> _made = [];

    public SubmitAct Usual { get; set; } = SubmitAct.Accept;

    /// <summary>What it does with a wish; the number counts all of them, from 1.</summary>
    public Func<int, SubmitAct>? OnUpscale { get; set; }

    public Func<string, OperationStatus?> OnPoll { get; set; } = _ => null;

    public bool Can { get; set; } = true;

    /// <summary>The operations that were asked to be enlarged, each time that it was made.</summary>
    public IReadOnlyList<string> Made => [.. _made.Select(made => made.Of)];

    public int Asked { get; private set; }

    public bool CanUpscale(ShotOrder order) => Can;

    public async Task<Submission> UpscaleAsync(string operation, ShotOrder order, Account account, string correlation, CancellationToken cancellation)
    {
        Asked++;
        var act = OnUpscale?.Invoke(Asked) ?? Usual;
        var id = $"up-{_made.Count + 1}";
        if (act is SubmitAct.Accepts)
            _made.Add((id, operation, correlation, time.GetUtcNow()));
        await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellation);
        return act switch
        {
            SubmitAct.Accepts { AnswerLost: true } or SubmitAct.Loses => new Submission.Lost("The connection was closed."),
            SubmitAct.Accepts => new Submission.Accepted(id),
            SubmitAct.Refuses refuses => new Submission.Refused(refuses.Reason),
            _ => throw new InvalidOperationException("An unknown act."),
        };
    }

    internal bool Has(string operation) => _made.Exists(made => made.Id == operation);

    internal string? Find(string correlation) => _made.Find(made => made.Correlation == correlation).Id;

    internal OperationStatus Poll(string operation) => OnPoll(operation)
        ?? (time.GetUtcNow() - _made.Find(made => made.Id == operation).Since < TimeSpan.FromSeconds(6)
            ? new OperationStatus.Generating()
            : new OperationStatus.Finished(new(0.05m)));

    internal async Task<Delivery> DownloadAsync(string partFile, CancellationToken cancellation)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(300), time, cancellation);
        files.Write(partFile, ScriptedProvider.ClipBytes * MemoryEnlarger.Times);
        return new Delivery.Delivered(ScriptedProvider.ClipBytes * MemoryEnlarger.Times);
    }
}
