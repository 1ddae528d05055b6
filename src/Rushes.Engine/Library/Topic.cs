namespace Rushes.Engine.Library;

/// <summary>A topic of a domain: who speaks, how it looks, how it is built, what to avoid.</summary>
public sealed record Topic
{
    public required string Id { get; init; }
    public required Names Name { get; init; }
    public required Names Guidance { get; init; }

    /// <summary>The template that suits it when the user names none.</summary>
    public string? Template { get; init; }
}
