using Rushes.Engine.Shooting.Books;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>An operation that a lane asks about now and then.</summary>
/// <param name="seenThrough">The lane saw it being accepted.</param>
internal sealed class Watched(Shot shot, string operation, long since, bool seenThrough)
{
    public Shot Shot { get; } = shot;

    public string Operation { get; } = operation;

    /// <summary>Timestamp at which the lane began to watch it.</summary>
    public long Since { get; } = since;

    /// <summary>
    /// The lane watched it all the time since its acceptance, so that its age when it is found finished tells how long it took: no other process had it before,
    /// and the machine did not sleep.
    /// </summary>
    public bool SeenThrough { get; set; } = seenThrough;

    /// <summary>When the last request about it was sent.</summary>
    public DateTimeOffset AskedAt { get; set; }

    public DateTimeOffset NextAt { get; set; }

    /// <summary>How much earlier it may be asked about when a request goes out anyway.</summary>
    public TimeSpan Slack { get; set; }

    /// <summary>The account may not ask about it now.</summary>
    public bool SetAside { get; set; }

    /// <summary>A request about it is under way.</summary>
    public bool Asking { get; set; }

    /// <summary>Polls in a row that told nothing.</summary>
    public int Silences { get; set; }

    /// <summary>The progress that was told last.</summary>
    public double Progress { get; set; }

    public DateTimeOffset ToldAt { get; set; }
}
