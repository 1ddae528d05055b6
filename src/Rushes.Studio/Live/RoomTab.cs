namespace Rushes.Studio.Live;

/// <summary>What a tab that looks at a room has been shown so far.</summary>
/// <param name="run">The run that its page shows; null where it shows none.</param>
/// <param name="sequence">The last event of the run that the page shows.</param>
/// <param name="papers">The state of brief and script that its storyboard shows; null: as they are.</param>
/// <param name="page">Seconds of the axis that the page shows, and whether time went on in it.</param>
internal sealed class RoomTab(string? run, long sequence, string? papers, (int Horizon, bool Busy) page)
{
    public (int Horizon, bool Busy) Page => page;

    public string? Run { get; set; } = run;

    public long Sequence { get; set; } = sequence;

    public string? Papers { get; set; } = papers;

    /// <summary>The last line of the log: the work that told it, and its number there.</summary>
    public (string Work, int Number)? Line { get; set; }

    /// <summary>Print of its head; null before the first look.</summary>
    public string? Head { get; set; }

    /// <summary>Print of its phases.</summary>
    public string? Phases { get; set; }

    /// <summary>Print of its player.</summary>
    public string? Film { get; set; }

    /// <summary>Null before the first look.</summary>
    public BoardShape? Board { get; set; }
}
