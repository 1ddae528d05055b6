namespace Rushes.Engine.Library;

/// <summary>A field that films are about, with its topics.</summary>
public sealed record Domain
{
    public required Names Name { get; init; }
    public required IReadOnlyList<Topic> Topics { get; init; }
}
