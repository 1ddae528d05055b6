using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Cameras;

/// <summary>What the camera sees of one depth at one moment.</summary>
/// <param name="Size">The picture.</param>
/// <param name="Scale">Pixels a stage unit.</param>
/// <param name="X">The stage's point in the middle of the picture.</param>
/// <param name="Y">The stage's point in the middle of the picture.</param>
internal readonly record struct View(FrameSize Size, double Scale, double X, double Y)
{
    /// <summary>The part of the stage in the picture.</summary>
    public StageBox Window => new(X - Size.Width / Scale / 2, Y - Size.Height / Scale / 2, Size.Width / Scale, Size.Height / Scale);

    /// <summary>Where something drawn with <paramref name="pixelsAUnit"/> lands whose upper left corner stands at a point of the stage.</summary>
    public Placement Place(double left, double top, double pixelsAUnit, double opacity = 1) => new(
        (left - X) * Scale + Size.Width / 2.0,
        (top - Y) * Scale + Size.Height / 2.0,
        Scale / pixelsAUnit,
        Scale / pixelsAUnit,
        opacity);
}
