using Rushes.Film.Scenes;

namespace Rushes.Engine.Cutting;

/// <summary>Videos to put one after another.</summary>
public sealed record MergeOrder
{
    /// <summary>Absolute paths, at least one, in order.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Absolute path of the film to write.</summary>
    public required string Output { get; init; }

    /// <summary>One of <see cref="Film.Cuts.Transition.Names"/>.</summary>
    public string Transition { get; init; } = "cut";

    /// <summary>Absolute path of music to play under it all, looped or faded to the film's length.</summary>
    public string? Music { get; init; }

    /// <summary>Pixels on the shorter side; null keeps those of the first file.</summary>
    public int? ShortSide { get; init; }

    /// <summary>Null keeps that of the first file.</summary>
    public Aspect? Aspect { get; init; }
}
