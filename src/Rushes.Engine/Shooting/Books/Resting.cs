using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Books;

/// <summary>That an account, or its whole quota group, is to rest.</summary>
/// <param name="Group">The limit belongs to the quota group: all its accounts rest.</param>
/// <param name="OnlyModel">It is about the take's model alone.</param>
/// <param name="For">How long; the store picks the step for the strikes so far. Empty: until the user does something about it.</param>
public sealed record Resting(bool Group, bool OnlyModel, IReadOnlyList<TimeSpan> For, Trouble Trouble);
