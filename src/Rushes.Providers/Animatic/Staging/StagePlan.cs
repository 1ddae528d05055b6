using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Cameras;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>A scene thought through to the last layer, but with nothing drawn yet.</summary>
internal sealed record StagePlan
{
    public required string Place { get; init; }
    public required PlaceFile PlaceFile { get; init; }
    public required string Palette { get; init; }
    public required string? Weather { get; init; }
    public required CameraDirection Direction { get; init; }
    public required CameraPath Camera { get; init; }
    public required Lighting Lighting { get; init; }
    public required Dice Dice { get; init; }
    public required IReadOnlyList<Actor> Actors { get; init; }

    /// <summary>From back to front.</summary>
    public required IReadOnlyList<Element> Elements { get; init; }

    /// <summary>Over everything but the captions.</summary>
    public required IReadOnlyList<Overlay> Overlays { get; init; }
}
