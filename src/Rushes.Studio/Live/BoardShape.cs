namespace Rushes.Studio.Live;

/// <summary>What every block of a board depends on: while it stays the same, only the blocks that changed are sent.</summary>
/// <param name="Horizon">Seconds of its axis.</param>
/// <param name="Busy">Time goes on in it.</param>
/// <param name="Rows">Accounts with the rows of each.</param>
internal sealed record BoardShape(string? Run, int Horizon, bool Busy, string Rows);
