using Rushes.Engine.Watching;

namespace Rushes.Engine.Shooting.Runs;

/// <summary>Who films a run.</summary>
/// <param name="Providers">At least one.</param>
/// <param name="Accounts">Ids of the only accounts that may film; empty: every enabled one of the providers, also one that is added later.</param>
/// <param name="Lanes">What is to be said of each account at the start.</param>
public sealed record Cast(IReadOnlyList<string> Providers, IReadOnlyList<string> Accounts, IReadOnlyList<LaneFacts> Lanes);
