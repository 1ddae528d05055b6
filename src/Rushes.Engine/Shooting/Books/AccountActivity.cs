using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Books;

/// <summary>What an account does, and what last went wrong with a take of it.</summary>
/// <param name="InFlight">Takes submitted to it whose clips are not there yet.</param>
public sealed record AccountActivity(int InFlight, Trouble? LastTrouble, DateTimeOffset? LastTroubleAt)
{
    public static AccountActivity None { get; } = new(0, null, null);
}
