using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Cameras;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Draws a plan: every element rasterised, several at a time, and put into its place among the fixed layers.</summary>
internal sealed class StageBuilder(ArtLibrary art, Rasteriser rasteriser)
{
    private const int MotionSamples = 64;
    private readonly CelPainter _painter = new(rasteriser);
    private readonly TilePainter _tiles = new(rasteriser);
    private readonly OverlayPainter _overlays = new(art, rasteriser);

    /// <param name="front">Layers before everything, such as captions.</param>
    public async Task<Stage> BuildAsync(StagePlan plan, FrameRate rate, int frames, IReadOnlyList<IStageLayer> front, CancellationToken cancellation)
    {
        var seconds = rate.Seconds(frames);
        var elements = await Task.WhenAll(plan.Elements.Select(element => DrawAsync(element, plan.Camera, seconds, cancellation)));
        List<IStageLayer> layers = [];
        var still = 0;
        if (!plan.Lighting.Indoor)
        {
            while (still < elements.Length && plan.Elements[still] is { Depth: 0, Cels.Count: 1 } first && first.Motion == Motion.Still)
                still++;
            layers.Add(Flat(plan.Camera.Size, [Sky(plan), .. elements.Take(still).OfType<IStageLayer>()]));
        }

        layers.AddRange(elements.Skip(still).OfType<IStageLayer>());
        if (plan.Lighting.Flash is { } flash)
            layers.Add(new LightningLayer(flash, plan.Camera.Size, seconds, plan.Dice));
        foreach (var overlay in plan.Overlays)
        {
            if (await _overlays.PaintAsync(overlay, plan.Camera.Size, cancellation) is { } drawn)
                layers.Add(drawn);
        }

        layers.AddRange(front);
        return new Stage(layers, rate);
    }

    private static FixedLayer Sky(StagePlan plan)
    {
        var size = plan.Camera.Size;
        var view = plan.Camera.At(0, 0, Plane.Set, withWorld: false);
        double Row(double stage) => (stage - view.Y) * view.Scale + size.Height / 2.0;
        return new FixedLayer(SkyPainter.Paint(size, plan.Lighting.SkyColours(), Row(0), Row(plan.PlaceFile.Horizon)), new Placement(0, 0, 1, 1));
    }

    /// <summary>One layer of several that never move: the sky with its sun or its stars.</summary>
    private static FixedLayer Flat(FrameSize size, IReadOnlyList<IStageLayer> layers)
    {
        var picture = new PictureFrame(size);
        using (var compositor = new Compositor(size))
        using (var stage = new Stage(layers, FrameRate.Film))
            compositor.Compose(stage.At(0), picture);
        return new FixedLayer(LayerRaster.Of(picture), new Placement(0, 0, 1, 1));
    }

    private async Task<IStageLayer?> DrawAsync(Element element, CameraPath camera, double seconds, CancellationToken cancellation)
    {
        var sharpness = camera.Sharpest(element.Depth, element.Plane);
        if (element.Tiles)
        {
            // What falls or drifts needs no more pixels than the picture has in a wide shot.
            sharpness = Math.Min(sharpness, camera.Size.Height / 1000.0);
            return new ElementLayer(element, await Task.WhenAll(element.Cels.Select(cel => _tiles.PaintAsync(element, cel, sharpness, cancellation))), camera);
        }

        var seen = Reached(camera.Seen(element.Depth, element.Plane, element.WithWorld), element.Motion, seconds);
        var cels = await Task.WhenAll(element.Cels.Select(cel => _painter.PaintAsync(element, cel, seen, sharpness, cancellation)));
        return cels.All(cel => cel.Raster is null) ? null : new ElementLayer(element, cels, camera);
    }

    /// <summary>What the camera sees of a layer that moves by itself.</summary>
    private static StageBox Reached(StageBox seen, Motion motion, double seconds)
    {
        var reached = seen;
        for (var sample = 0; sample <= MotionSamples; sample++)
        {
            var time = seconds * sample / MotionSamples;
            reached = reached.With(seen with { Left = seen.Left - motion.OffsetX(time), Top = seen.Top - motion.OffsetY(time) });
        }

        return motion == Motion.Still ? reached : reached.Grown(4);
    }
}
