using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Books;

/// <summary>
/// One guarded change of a take and its attempt. It happens only while the take is in one of the expected states with that attempt, and the lane,
/// where one is named, still has its epoch. What an attempt taught (refused, unknown) is kept even when the take was cancelled meanwhile.
/// </summary>
public sealed record TakeChange
{
    /// <param name="from">The states that it may leave.</param>
    /// <param name="happening">What is told of it; null tells nothing.</param>
    /// <exception cref="InvalidOperationException">The change is not a legal one: a bug.</exception>
    public TakeChange(long take, string attempt, IReadOnlyList<TakeState> from, TakeState to, AttemptState attemptTo, TakeEvent? happening)
    {
        foreach (var state in from)
        {
            if (!state.CanBecome(to))
                throw new InvalidOperationException($"A take cannot go from {state} to {to}.");
        }

        (Take, Attempt, From, To, AttemptTo, Event) = (take, attempt, from, to, attemptTo, happening);
    }

    public long Take { get; }
    public string Attempt { get; }
    public IReadOnlyList<TakeState> From { get; }
    public TakeState To { get; }
    public AttemptState AttemptTo { get; }
    public TakeEvent? Event { get; }

    /// <summary>Whose epoch must still hold; null for knowledge, which is never fenced.</summary>
    public Lane? Fence { get; init; }

    public Trouble? Trouble { get; init; }
    public Tries? Tries { get; init; }

    /// <summary>The seed of the next attempt.</summary>
    public long? Seed { get; init; }

    /// <summary>The account should not have the take again while another one could film it.</summary>
    public bool PassOn { get; init; }

    /// <summary>What the account has to do after this answer.</summary>
    public Resting? Resting { get; init; }

    public Cost? Cost { get; init; }

    /// <summary>
    /// From the acceptance of its operation to the poll that found it finished, where the lane watched all that time; null where there is nothing to learn, as
    /// after a night that the program slept.
    /// </summary>
    public TimeSpan? Took { get; init; }

    public ReadyClip? Clip { get; init; }
}
