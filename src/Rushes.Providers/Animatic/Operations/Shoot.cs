using Rushes.Film;

namespace Rushes.Providers.Animatic.Operations;

/// <summary>A clip being filmed by this process.</summary>
internal sealed class Shoot : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private double _progress;

    public CancellationToken Stop => _stop.Token;

    public double Progress
    {
        get => Volatile.Read(ref _progress);
        set => Volatile.Write(ref _progress, value);
    }

    /// <summary>What the user must mend before this can be filmed; null when nothing.</summary>
    public Mistake? Halt { get; set; }

    /// <summary>Ends when the clip is there, refused, halted or given up; never fails.</summary>
    public Task Ended { get; set; } = Task.CompletedTask;

    public void GiveUp() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();
}
