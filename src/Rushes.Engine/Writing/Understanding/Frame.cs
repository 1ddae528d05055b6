namespace Rushes.Engine.Writing.Understanding;

/// <summary>A way to put an idea that tells its kind by itself: "how to ...", "5 tips for ...", "the journey of a ...".</summary>
/// <param name="Kind">The bank that writes it.</param>
/// <param name="Begins">How such an idea begins, in lower case; <c>#</c> stands for a number.</param>
public sealed record Frame(string Kind, IReadOnlyList<string> Begins);
