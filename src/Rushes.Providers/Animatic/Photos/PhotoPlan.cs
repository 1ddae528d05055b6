using Rushes.Film.Scenes;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>A clip of a picture, thought through but not yet developed.</summary>
internal sealed record PhotoPlan
{
    public required FrameSize Size { get; init; }
    public required PhotoMove Move { get; init; }
    public required PhotoFit Fit { get; init; }
    public required PhotoPose Start { get; init; }
    public required PhotoPose End { get; init; }

    /// <summary>How far the ground behind wanders over the clip against the picture, in parts of the frame's width and height, and how much it grows.</summary>
    public required PhotoPose Ground { get; init; }

    public required double Seconds { get; init; }

    /// <summary>The most frame pixels that a picture pixel takes: above 1 the picture is enlarged.</summary>
    public double Enlargement => Math.Max(Start.Scale, End.Scale);

    public PhotoPose At(double time) => PhotoPose.Between(Start, End, Along(time));

    /// <summary>
    /// How far along the move is. It begins and ends gently but never rests: a picture that stands still before a cut looks forgotten.
    /// </summary>
    public double Along(double time)
    {
        const double gentleness = 0.6;
        var even = Math.Clamp(time / Seconds, 0, 1);
        return even - gentleness * Math.Sin(Math.Tau * even) / Math.Tau;
    }
}
