namespace Rushes.Engine.Shooting.Books;

/// <summary>Where an operation id that arrived was kept.</summary>
public enum Recorded
{
    /// <summary>The take is generating.</summary>
    Generating,

    /// <summary>The take was cancelled meanwhile; the operation waits for it to be resumed.</summary>
    Kept,

    /// <summary>The attempt had been given up: kept as an orphan, and shown.</summary>
    Orphan,
}
