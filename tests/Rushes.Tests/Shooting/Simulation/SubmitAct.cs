using Rushes.Engine.Shooting;
using Rushes.Film;

namespace Rushes.Tests.Shooting.Simulation;

/// <summary>What the scripted provider does with a submission.</summary>
public abstract record SubmitAct
{
    public static SubmitAct Accept { get; } = new Accepts();

    /// <summary>It makes the clip, but its answer never arrives.</summary>
    public static SubmitAct AcceptAndDrop { get; } = new Accepts(AnswerLost: true);

    /// <summary>It never heard of it, and the caller cannot know that.</summary>
    public static SubmitAct Drop { get; } = new Loses();

    /// <summary>Until the answer; null is the provider's usual time.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Does not notice that the caller gave up.</summary>
    public bool Deaf { get; init; }

    public static SubmitAct Refuse(RefusalKind kind, TimeSpan? retryAfter = null) => new Refuses(new(kind, "no: " + kind, retryAfter));

    public sealed record Accepts(bool AnswerLost = false) : SubmitAct;

    public sealed record Loses : SubmitAct;

    public sealed record Refuses(Refusal Reason) : SubmitAct;

    public sealed record Halts(Mistake Mistake) : SubmitAct;

    public sealed record Throws(Exception Problem) : SubmitAct;
}
