namespace Rushes.Engine.Shooting.Books;

/// <summary>What became of a change.</summary>
public enum Changed
{
    Yes,

    /// <summary>The take had been cancelled; what the attempt taught was kept.</summary>
    AttemptOnly,

    /// <summary>Somebody else had changed it before, or the lane was lost.</summary>
    No,
}
