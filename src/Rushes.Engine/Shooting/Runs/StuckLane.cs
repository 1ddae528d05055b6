using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Runs;

/// <summary>Why an account cannot film now.</summary>
/// <param name="Until">When it returns; null: when the user did something about it.</param>
public sealed record StuckLane(string Account, string AccountName, Trouble Trouble, DateTimeOffset? Until);
