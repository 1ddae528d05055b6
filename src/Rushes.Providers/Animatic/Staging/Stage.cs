using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Cameras;
using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>A stage with everything drawn, ready to be filmed frame by frame.</summary>
internal sealed class Stage(IReadOnlyList<IStageLayer> layers, FrameRate rate) : IDisposable
{
    private readonly Drawn[] _drawn = new Drawn[layers.Count];

    /// <summary>The layers of one frame, from back to front; valid until the next call.</summary>
    public ReadOnlySpan<Drawn> At(int frame)
    {
        var count = 0;
        foreach (var layer in layers)
        {
            if (layer.TryDraw(frame, rate.Seconds(frame), out var drawn))
                _drawn[count++] = drawn;
        }

        return _drawn.AsSpan(0, count);
    }

    public void Dispose()
    {
        foreach (var layer in layers)
            layer.Dispose();
    }
}
