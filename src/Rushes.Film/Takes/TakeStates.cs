using static Rushes.Film.Takes.TakeState;

namespace Rushes.Film.Takes;

/// <summary>The legal changes of a take's state.</summary>
public static class TakeStates
{
    private static readonly Dictionary<TakeState, TakeState[]> Next = new()
    {
        [Queued] = [Submitting, Failed, Cancelled],
        [Submitting] = [Generating, Queued, Unknown, Blocked, Failed, Cancelled],
        [Generating] = [Downloading, Queued, Blocked, Failed, Cancelled, Unknown],
        [Downloading] = [Upscaling, Ready, Queued, Failed],
        [Upscaling] = [Ready, Failed],
        [Unknown] = [Generating, Queued, Blocked, Failed, Cancelled],
        [Ready] = [],
        [Blocked] = [Queued, Cancelled],
        [Failed] = [Queued, Downloading, Cancelled],
        [Cancelled] = [Queued, Generating, Unknown],
    };

    public static bool CanBecome(this TakeState from, TakeState to) => Next[from].Contains(to);

    /// <summary>Nothing more happens by itself.</summary>
    public static bool IsSettled(this TakeState state) => state is Ready or Unknown or Blocked or Failed or Cancelled;
}
