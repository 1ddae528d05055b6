using Rushes.Engine.Shooting.Books;

namespace Rushes.Engine.Shooting.Runs;

/// <summary>How waiting for a run ended.</summary>
public abstract record RunEnding(RunSheet Run)
{
    /// <summary>Nothing more happens by itself: finished, cancelled or paused by somebody.</summary>
    public sealed record Ended(RunSheet Run) : RunEnding(Run);

    /// <summary>Every account that could film rests for longer than one wanted to wait. The run is paused; resuming goes on.</summary>
    /// <param name="Lanes">Each account with its reason.</param>
    public sealed record GaveUp(RunSheet Run, IReadOnlyList<StuckLane> Lanes) : RunEnding(Run);
}
