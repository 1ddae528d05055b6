namespace Rushes.Engine.Shooting;

/// <summary>What a provider answered to a submission.</summary>
public abstract record Submission
{
    private Submission()
    {
    }

    /// <summary>Accepted; the operation id is committed before anything else happens.</summary>
    public sealed record Accepted(string Operation) : Submission;

    /// <summary>A definite no: nothing was made.</summary>
    public sealed record Refused(Refusal Reason) : Submission;

    /// <summary>The answer was lost after the request may have left: nobody knows.</summary>
    public sealed record Lost(string Reason) : Submission;
}
