using System.Collections.Concurrent;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Tests.Shooting.Simulation;

/// <summary>
/// Runs everything of a scenario on one thread, and moves the clock to the next timer whenever nobody has anything left to do. So hours pass in
/// milliseconds, and a seed gives the same story every time.
/// </summary>
public sealed class Stage : SynchronizationContext
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _acts = new();
    private readonly ConcurrentQueue<string> _strays = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public ManualTime Time { get; } = new();

    /// <summary>Plays until the scenario has ended.</summary>
    public static void Play(Func<Stage, Task> scenario)
    {
        var before = Current;
        var stage = new Stage();
        SetSynchronizationContext(stage);
        try
        {
            stage.PlayUntil(scenario(stage));
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId != _thread)
            _strays.Enqueue(Environment.StackTrace);
        lock (_acts)
            _acts.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    private void PlayUntil(Task scenario)
    {
        while (!scenario.IsCompleted)
        {
            if (TryNext(out var act))
                act.Callback(act.State);
            else if (!Time.FireNext())
                throw new InvalidOperationException("The scenario waits for something that never comes.");
            if (Time.Elapsed > Longest)
                throw new InvalidOperationException("The scenario takes for ever.");
        }

        Assert.True(_strays.IsEmpty, $"Something left the stage: {_strays.FirstOrDefault()}");
        scenario.GetAwaiter().GetResult();
    }

    private bool TryNext(out (SendOrPostCallback Callback, object? State) act)
    {
        lock (_acts)
            return _acts.TryDequeue(out act);
    }
}
