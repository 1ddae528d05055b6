using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>One sheet with a cel and, below it, its face in every state, so that one run of the rasteriser draws them all.</summary>
internal sealed class FaceSheet
{
    private readonly Element _element;
    private readonly Cel _cel;
    private readonly StageBox _region;
    private readonly double _sharpness;
    private readonly PixelBox _body;
    private readonly IReadOnlyList<FaceState> _states = [];
    private readonly PixelBox _face;
    private readonly PixelBox _around;

    /// <param name="region">The part of the stage to draw.</param>
    /// <param name="sharpness">Pixels a stage unit.</param>
    /// <param name="width">Pixels of the region.</param>
    /// <param name="height">Pixels of the region.</param>
    /// <param name="margin">Pixels around the face that are drawn with it.</param>
    public FaceSheet(Element element, Cel cel, StageBox region, double sharpness, int width, int height, int margin)
    {
        (_element, _cel, _region, _sharpness) = (element, cel, region, sharpness);
        _body = new PixelBox(0, 0, width, height);
        if (element.Face is { } face && FaceBox() is { } box)
        {
            _states = FaceState.All(face.Mouth is not null);
            _face = box;
            _around = box.Bordered(margin, width, height);
        }

        var across = Math.Max(1, width / Math.Max(1, _around.Width));
        var down = _states.Count == 0 ? 0 : (_states.Count + across - 1) / across;
        Width = Math.Max(width, Math.Min(_states.Count, across) * _around.Width);
        Height = height + down * _around.Height;
        Cuts =
        [
            new SheetCut(_body),
            .. _states.Select((_, index) => new SheetCut(
                new PixelBox(index % across * _around.Width, height + index / across * _around.Height, _around.Width, _around.Height),
                _face with { Left = _face.Left - _around.Left, Top = _face.Top - _around.Top })),
        ];
    }

    public int Width { get; }

    public int Height { get; }

    public IReadOnlyList<SheetCut> Cuts { get; }

    public string Svg()
    {
        List<string> views = [View(FaceState.AtRest, _body, _body, 0)];
        views.AddRange(_states.Select((state, index) => View(state, _around, Cuts[index + 1].Box, index + 1)));
        return SvgDrawing.Sheet(Width, Height, views);
    }

    /// <summary>The faces among what was drawn; null has none.</summary>
    public FacePatches? Patches(IReadOnlyList<Developed?> drawn)
    {
        if (_states.Count == 0)
            return null;
        if (drawn[0] is not { } body)
            return null;
        var (x, y) = (_face.Left - body.Left, _face.Top - body.Top);
        var patches = drawn.Skip(1).Select(patch => patch!.Raster).ToList();
        if (x >= 0 && y >= 0 && x + _face.Width <= body.Raster.Width && y + _face.Height <= body.Raster.Height)
            return new FacePatches(_states, patches, x, y);
        patches.ForEach(patch => patch.Dispose());
        return null;
    }

    private string View(FaceState state, PixelBox part, PixelBox at, int copy)
    {
        var view = _states.Count == 0 ? _cel.View : _cel.View with { Shown = state.Groups() };
        var unit = _element.Box.Width / _cel.Drawing.ViewBox.Width;
        var left = _cel.View.MirrorAt is { } axis ? axis * 2 - _cel.Drawing.ViewBox.Right : _cel.Drawing.ViewBox.Left;
        var region = new StageBox(
            left + (_region.Left - _element.Box.Left + part.Left / _sharpness) / unit,
            _cel.Drawing.ViewBox.Top + (_region.Top - _element.Box.Top + part.Top / _sharpness) / unit,
            part.Width / _sharpness / unit,
            part.Height / _sharpness / unit);
        return _cel.Drawing.View(view, region, at, copy);
    }

    /// <summary>The face in pixels of the region, to even edges; null when it is not wholly in it.</summary>
    private PixelBox? FaceBox()
    {
        if (_cel.Drawing.Mark("face-box") is not { } mark)
            return null;
        var unit = _element.Box.Width / _cel.Drawing.ViewBox.Width;
        var mirrored = _cel.View.MirrorAt is { } axis;
        var from = mirrored ? _cel.View.MirrorAt!.Value * 2 - mark.Right : mark.Left;
        var origin = mirrored ? _cel.View.MirrorAt!.Value * 2 - _cel.Drawing.ViewBox.Right : _cel.Drawing.ViewBox.Left;
        var left = (_element.Box.Left + (from - origin) * unit - _region.Left) * _sharpness;
        var top = (_element.Box.Top + (mark.Top - _cel.Drawing.ViewBox.Top) * unit - _region.Top) * _sharpness;
        var box = new PixelBox((int)Math.Floor(left), (int)Math.Floor(top), (int)Math.Ceiling(mark.Width * unit * _sharpness) + 1, (int)Math.Ceiling(mark.Height * unit * _sharpness) + 1);
        if (box.Left < 0 || box.Top < 0 || box.Right > _body.Width || box.Bottom > _body.Height)
            return null;
        return box.Bordered(0, _body.Width, _body.Height);
    }
}
