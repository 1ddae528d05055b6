using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>A player with a place and a pose.</summary>
/// <param name="Poses">Files shown one after another: one, or those of a walk from one step to the other.</param>
/// <param name="X">Where they stand, in stage units.</param>
/// <param name="Foot">Where their feet are, in stage units.</param>
/// <param name="Height">Stage units that the drawing's 1000 take.</param>
/// <param name="FacesLeft">Mirrored: drawings look to the right.</param>
/// <param name="FaceBox">Eyes and mouth on the stage; null has none.</param>
internal sealed record Actor(
    Player Player, string Pose, IReadOnlyList<SvgDrawing> Poses, double X, double Foot, double Height, bool FacesLeft, StageBox? FaceBox)
{
    public const double DrawnHeight = 1000;
    public const double DrawnFoot = 980;
    public const double DrawnMiddle = 300;

    /// <summary>Stage units a unit of the drawing.</summary>
    public double Unit => Height / DrawnHeight;

    /// <summary>Where the drawing's view box stands on the stage.</summary>
    public StageBox Box
    {
        get
        {
            var view = Poses[0].ViewBox;
            var left = FacesLeft ? DrawnMiddle * 2 - view.Right : view.Left;
            return new(X + (left - DrawnMiddle) * Unit, Foot + (view.Top - DrawnFoot) * Unit, view.Width * Unit, view.Height * Unit);
        }
    }

    /// <summary>How far to either side the body reaches, arms and all.</summary>
    public double Reach => Height * (Player.File.Kind == "person" ? 0.23 : 0.3);

    /// <summary>The top of the head, as far as the face tells.</summary>
    public double Head => FaceBox is { } face ? face.Top - face.Height * 0.9 : Foot - Height * 0.9;

    /// <summary>A mark of the drawing, on the stage.</summary>
    public StageBox? Mark(string id)
    {
        if (Poses[0].Mark(id) is not { } mark)
            return null;
        var left = FacesLeft ? DrawnMiddle * 2 - mark.Right : mark.Left;
        return new(X + (left - DrawnMiddle) * Unit, Foot + (mark.Top - DrawnFoot) * Unit, mark.Width * Unit, mark.Height * Unit);
    }
}
