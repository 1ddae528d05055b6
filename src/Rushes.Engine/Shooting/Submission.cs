using Rushes.Film;

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

    /// <summary>Nothing was made, because this machine lacks something that the user can mend: the take waits, and the lane stops and says so.</summary>
    public sealed record Halted(Mistake Mistake) : Submission;

    /// <summary>The answer was lost after the request may have left: nobody knows.</summary>
    public sealed record Lost(string Reason) : Submission;
}
