using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>A thing on a card, drawn upright once, moved and turned by its act.</summary>
internal sealed class SpriteLayer : IStageLayer
{
    /// <summary>Degrees that nobody sees.</summary>
    private const double Unseen = 0.02;

    /// <summary>The compositor shrinks no further.</summary>
    private const double LeastScale = 0.5;

    private readonly LayerRaster _upright;
    private readonly Sprite _sprite;
    private readonly LayerRaster? _turned;
    private readonly double _pivotX;
    private readonly double _pivotY;
    private readonly double _reach;
    private double _turn = double.NaN;

    /// <param name="upright">Taken over.</param>
    public SpriteLayer(LayerRaster upright, Sprite sprite)
    {
        (_upright, _sprite) = (upright, sprite);
        _pivotX = (sprite.PivotX - sprite.Left) * sprite.Density;
        _pivotY = (sprite.PivotY - sprite.Top) * sprite.Density;
        if (sprite.Tilt == 0 && !sprite.Act.IsTurning)
            return;
        _reach = Math.Ceiling(Turner.Reach(upright.Width, upright.Height, _pivotX, _pivotY) / 2 + 1) * 2;
        _turned = new LayerRaster((int)_reach * 2, (int)_reach * 2);
    }

    public bool TryDraw(int frame, double time, out Drawn drawn)
    {
        var pose = _sprite.Act.Pose(time);
        drawn = default;
        if (pose.Opacity <= 0.002)
            return false;
        var turn = _sprite.Tilt + pose.Turn;
        var scale = Math.Max(LeastScale, pose.Scale / _sprite.Density);
        var (x, y) = (_sprite.PivotX + pose.X, _sprite.PivotY + pose.Y);
        drawn = _turned is null || Math.Abs(turn) < Unseen
            ? new Drawn(_upright, new Placement(x - _pivotX * scale, y - _pivotY * scale, scale, scale, pose.Opacity * _sprite.Opacity))
            : new Drawn(Turned(turn), new Placement(x - _reach * scale, y - _reach * scale, scale, scale, pose.Opacity * _sprite.Opacity));
        return true;
    }

    public void Dispose()
    {
        _upright.Dispose();
        _turned?.Dispose();
    }

    private LayerRaster Turned(double turn)
    {
        if (!(Math.Abs(turn - _turn) < Unseen))
            Turner.Turn(_upright, _pivotX, _pivotY, turn, _turned!, _reach, _reach);
        _turn = turn;
        return _turned!;
    }
}
