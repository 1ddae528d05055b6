namespace Rushes.Engine.Shooting.Runs;

/// <summary>What another look at an unknown take found.</summary>
public enum CheckedAgain
{
    /// <summary>It had been accepted: filming goes on.</summary>
    Found,

    /// <summary>It never arrived: it is queued again.</summary>
    Absent,

    /// <summary>The provider could not tell.</summary>
    StillUnknown,

    /// <summary>This provider has no way to ask.</summary>
    CannotAsk,

    /// <summary>The take is not unknown (any more).</summary>
    NotUnknown,
}
