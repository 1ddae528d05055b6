namespace Rushes.Engine.Writing.Policy;

/// <summary>An expression that a provider may refuse.</summary>
/// <param name="Kind">minors, violence, adult, hate or dangerous.</param>
/// <param name="Start">Where it begins in the text, in characters.</param>
/// <param name="Word">As it stands in the text.</param>
/// <param name="Instead">What could stand there; null where it had better go.</param>
internal sealed record PolicyHit(string Kind, int Start, string Word, string? Instead);
