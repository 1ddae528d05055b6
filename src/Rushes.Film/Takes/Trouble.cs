namespace Rushes.Film.Takes;

/// <summary>Why something did not go as wished: a code that has a sentence in every language, and the words of whoever said so.</summary>
/// <param name="Code">Such as <c>throttled</c> or <c>policy</c>; <c>shooting.trouble-CODE</c> is its sentence.</param>
/// <param name="Words">The provider's own sentence, or the detail that ours names.</param>
public sealed record Trouble(string Code, string? Words = null);
