namespace Rushes.Engine.Making;

/// <summary>What the user wants filmed again.</summary>
/// <param name="Run">Null: the newest run.</param>
/// <param name="Scene">Null: every scene whose take is not ready.</param>
/// <param name="Account">Id or unique name of the one account that may film it.</param>
/// <param name="Seed">Null: another one than before.</param>
/// <param name="SubmitUnknownAgain">By the user's consent: takes in state unknown are submitted again, which may be charged twice.</param>
/// <param name="CheckUnknownAgain">Takes in state unknown are asked about once more.</param>
public sealed record RetryRequest(
    string? Run, int? Scene = null, string? Account = null, long? Seed = null, bool SubmitUnknownAgain = false, bool CheckUnknownAgain = false);
