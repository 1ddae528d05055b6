namespace Rushes.Engine.Shooting;

/// <summary>What a provider knows of a submission whose answer was lost.</summary>
public abstract record LookUp
{
    private LookUp()
    {
    }

    public sealed record Found(string Operation) : LookUp;

    /// <summary>Proven absent: it may be submitted again.</summary>
    public sealed record Absent : LookUp;

    public sealed record Unclear(string Reason) : LookUp;
}
