namespace Rushes.Engine.Writing.Policy;

/// <summary>Expressions that are refused for one reason.</summary>
/// <param name="Kind">minors, violence, adult, hate or dangerous.</param>
/// <param name="Words">One word or several.</param>
/// <param name="Instead">What could stand there; null where nothing could, and the words had better go.</param>
/// <param name="People">It only counts for people, not for animals.</param>
internal sealed record PolicyGroup(string Kind, IReadOnlyList<string> Words, string? Instead = null, bool People = false);
