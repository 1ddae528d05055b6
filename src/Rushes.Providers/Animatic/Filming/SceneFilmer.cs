using Rushes.Engine.Shooting;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Lettering;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Filming;

/// <summary>Films a scene: designs the stage, draws it, turns the camera.</summary>
internal sealed class SceneFilmer(StageDesigner designer, StageBuilder builder, CaptionArtist captions, SlateArtist slates, ClipWriter writer)
{
    /// <param name="path">The file to write; not there before.</param>
    /// <param name="progress">Told parts of the whole, 0 to 1.</param>
    public async Task FilmAsync(ShotOrder order, string path, Action<double>? progress, CancellationToken cancellation)
    {
        var plan = designer.Design(order);
        List<IStageLayer> front = [.. await captions.DrawAsync(order, cancellation)];
        if (await slates.DrawAsync(order, plan, cancellation) is { } slate)
            front.Add(slate);
        using var stage = await builder.BuildAsync(plan, order.Rate, order.Frames, front, cancellation);
        using var compositor = new Compositor(order.Size);
        await writer.WriteAsync(
            path,
            order.Size,
            order.Rate,
            order.Frames,
            (frame, picture) => compositor.Compose(stage.At(frame), picture),
            frame => progress?.Invoke((double)frame / order.Frames),
            cancellation);
    }
}
