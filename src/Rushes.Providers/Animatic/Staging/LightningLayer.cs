using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Distant lightning: the whole picture lights up for a moment, at most once in three seconds.</summary>
internal sealed class LightningLayer : IStageLayer
{
    private const double LeastPause = 3;
    private const double Rise = 0.05;
    private const double Fall = 0.32;

    private readonly LayerRaster _raster;
    private readonly Placement _whole;
    private readonly double _strength;
    private readonly List<double> _flashes = [];

    public LightningLayer(FlashFile flash, FrameSize size, double seconds, Dice dice)
    {
        _strength = Math.Clamp(flash.Strength, 0, 0.6);
        var (least, most) = flash.Every is [var from, var to, ..] ? (Math.Max(LeastPause, from), Math.Max(LeastPause, to)) : (LeastPause, LeastPause * 2);
        for (var at = dice.Between("first flash", 0.6, least); at < seconds - Fall; at += dice.Between($"flash{_flashes.Count}", least, most))
            _flashes.Add(at);
        using var surface = new Surface(4, 4);
        var (red, green, blue) = Colour.Parse(flash.Color) ?? Colour.White;
        for (var pixel = 0; pixel < 16; pixel++)
            surface.Fill(pixel * 4, [(byte)(red * 255), (byte)(green * 255), (byte)(blue * 255), 255]);
        _raster = Developer.DevelopExactly(surface, new PixelBox(0, 0, 4, 4), Look.Plain).Raster;
        _whole = new Placement(0, 0, size.Width / 4.0, size.Height / 4.0);
    }

    public bool TryDraw(int frame, double time, out Drawn drawn)
    {
        double light = 0;
        foreach (var flash in _flashes)
        {
            var since = time - flash;
            if (since is >= 0 and < Rise)
                light = since / Rise;
            else if (since is >= Rise and < Fall)
                light = Math.Pow(1 - (since - Rise) / (Fall - Rise), 2);
        }

        drawn = new Drawn(_raster, _whole with { Opacity = light * _strength });
        return light > 0.01;
    }

    public void Dispose() => _raster.Dispose();
}
