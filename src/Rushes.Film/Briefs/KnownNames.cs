namespace Rushes.Film.Briefs;

/// <summary>The names that a brief may use, as the data files list them.</summary>
public sealed record KnownNames
{
    public required IReadOnlyList<string> Styles { get; init; }
    public required IReadOnlyList<string> Templates { get; init; }

    /// <summary>Each domain with its topics.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Domains { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }
    public required IReadOnlyList<string> Platforms { get; init; }
    public required IReadOnlyList<string> Transitions { get; init; }

    /// <summary>Styles of speaking.</summary>
    public required IReadOnlyList<string> Manners { get; init; }
}
