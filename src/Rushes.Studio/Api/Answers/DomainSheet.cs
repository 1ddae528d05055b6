namespace Rushes.Studio.Api.Answers;

/// <summary>A field that films are about.</summary>
internal sealed record DomainSheet(string Id, string Name, IReadOnlyList<ShelfRow> Topics);
