using Rushes.Engine.Shooting.Books;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>What follows from a refusal.</summary>
/// <param name="To">Where the take goes; null leaves it where it is, because the answer spoke of the account alone.</param>
internal sealed record Answer(TakeState? To, Trouble Trouble)
{
    public Resting? Resting { get; init; }
    public Tries? Tries { get; init; }

    /// <summary>The next attempt uses another seed.</summary>
    public bool NewSeed { get; init; }

    /// <summary>Another account should try, if there is one.</summary>
    public bool PassOn { get; init; }
}
