namespace Rushes.FakeProviders.Wires;

/// <summary>Whose credential came with a call.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Credential">The credential itself, for matching only.</param>
/// <param name="Account">Its own limits and project.</param>
internal sealed record Caller(string Name, string Credential, FakeAccount Account);
