using Rushes.Engine.Shooting.Books;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>An operation that a lane asks about now and then.</summary>
internal sealed class Watched(Shot shot, string operation, long since)
{
    public Shot Shot { get; } = shot;

    public string Operation { get; } = operation;

    /// <summary>Timestamp at which the lane began to watch it.</summary>
    public long Since { get; } = since;

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
