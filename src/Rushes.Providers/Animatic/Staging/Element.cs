using Rushes.Providers.Animatic.Cameras;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>One thing on the stage, planned but not yet drawn: what, where, how deep, in which light, and how it lives.</summary>
internal sealed record Element
{
    public required string Name { get; init; }

    /// <summary>Shown one after another.</summary>
    public required IReadOnlyList<Cel> Cels { get; init; }

    /// <summary>Seconds that each cel stays.</summary>
    public double CelSeconds { get; init; } = 0.36;

    /// <summary>The cels are shown there and back instead of beginning again after the last one; each in the middle of its time.</summary>
    public bool ToAndFro { get; init; }

    /// <summary>Where the drawing's view box stands on the stage.</summary>
    public required StageBox Box { get; init; }

    public required double Depth { get; init; }

    public Plane Plane { get; init; } = Plane.Set;

    /// <summary>Slides by beside somebody who walks.</summary>
    public bool WithWorld { get; init; } = true;

    /// <summary>Repeats over the whole picture.</summary>
    public bool Tiles { get; init; }

    public Grade Grade { get; init; } = Grade.None;

    /// <summary>Its width is in stage units.</summary>
    public RimLight? Rim { get; init; }

    /// <summary>Radius in stage units.</summary>
    public double Blur { get; init; }

    /// <summary>1 is paint, less is light.</summary>
    public double Body { get; init; } = 1;

    public double Opacity { get; init; } = 1;

    /// <summary>Has no sharp edges, so that half the pixels will do.</summary>
    public bool Soft { get; init; }

    public Motion Motion { get; init; } = Motion.Still;

    /// <summary>A face that blinks and speaks; null has none.</summary>
    public Face? Face { get; init; }

    /// <summary>Drawn over it into the same layer, such as the lamps of a street.</summary>
    public Element? Lights { get; init; }

    /// <summary>The part of the stage that it is confined to.</summary>
    public StageBox? Within { get; init; }
}
