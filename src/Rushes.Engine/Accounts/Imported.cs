using Rushes.Film.Accounts;

namespace Rushes.Engine.Accounts;

/// <summary>What became of an entry of a file.</summary>
/// <param name="Added">False: an account that was there was updated.</param>
public sealed record Imported(Account Account, bool Added);
