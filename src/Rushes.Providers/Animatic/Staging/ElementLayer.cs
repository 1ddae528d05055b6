using Rushes.Providers.Animatic.Cameras;
using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>An element of the plan, drawn: moved by the camera and by its own life.</summary>
internal sealed class ElementLayer(Element element, IReadOnlyList<CelRaster> cels, CameraPath camera) : IStageLayer
{
    public bool TryDraw(int frame, double time, out Drawn drawn)
    {
        var motion = element.Motion;
        var cel = cels[CelAt(time)];
        if (cel.Raster is not { } raster)
        {
            drawn = default;
            return false;
        }

        if (element.Face is { } face)
            cel.Face?.Show(raster, face, frame, time);
        var view = camera.At(time, element.Depth, element.Plane, element.WithWorld);
        var place = view.Place(cel.Left + motion.OffsetX(time), cel.Top + motion.OffsetY(time), cel.PixelsAUnit, motion.Opacity(time));
        var stretch = motion.Stretch(time);
        if (stretch != 1)
        {
            var foot = (motion.Foot - view.Y) * view.Scale + view.Size.Height / 2.0;
            place = place with { Y = foot - (foot - place.Y) * stretch, ScaleY = place.ScaleY * stretch };
        }

        if (element is { Tiles: true, Within: { } within })
            place = place with { From = Math.Max(0, (int)((within.Top - view.Y) * view.Scale + view.Size.Height / 2.0) & ~1) };
        drawn = new Drawn(raster, place);
        return true;
    }

    private int CelAt(double time)
    {
        if (cels.Count == 1)
            return 0;
        if (!element.ToAndFro)
            return (int)(time / element.CelSeconds) % cels.Count;
        var last = cels.Count - 1;
        var at = (int)Math.Round(time / element.CelSeconds) % (last * 2);
        return at <= last ? at : last * 2 - at;
    }

    public void Dispose()
    {
        foreach (var cel in cels)
            cel.Dispose();
    }
}
