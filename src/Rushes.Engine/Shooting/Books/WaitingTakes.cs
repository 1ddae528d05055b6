using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Books;

/// <summary>Takes of a run that are not settled and alike in what they wait for.</summary>
/// <param name="Account">Who has them, when they are in work.</param>
/// <param name="OnlyAccount">The one account that may film them.</param>
public sealed record WaitingTakes(TakeState State, string? Model, string? Account, string? OnlyAccount, int Count);
