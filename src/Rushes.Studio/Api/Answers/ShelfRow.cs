namespace Rushes.Studio.Api.Answers;

/// <summary>Something to choose for a film.</summary>
/// <param name="Id">What a request calls it.</param>
/// <param name="About">When to take it.</param>
internal sealed record ShelfRow(string Id, string Name, string? About);
