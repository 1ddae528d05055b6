namespace Rushes.Engine.Making;

/// <summary>How far a film in hand has come.</summary>
public enum FilmStage
{
    Writing,

    /// <summary>It waits for the user's word on what it costs.</summary>
    Asking,
    Voicing,
    Shooting,
    Cutting,

    /// <summary>What was asked for is done; a scene may still lack its clip.</summary>
    Done,

    /// <summary>The user stopped it.</summary>
    Cancelled,

    /// <summary>It ended on a mistake, which is told; nothing is lost.</summary>
    Stopped,
}
