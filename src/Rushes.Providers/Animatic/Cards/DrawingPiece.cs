using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Lettering;
using Rushes.Providers.Animatic.Photos;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>
/// A drawing of the library, with words where it marks a <c>text-box</c>. One that marks a <c>stretch-box</c> grows wider there for long words.
/// </summary>
internal sealed class DrawingPiece : Piece
{
    private const double Pitch = 1.16;
    private const double Rise = 0.72;
    private const double Padding = 0.2;

    /// <summary>Corners of a photo that a drawing frames, in parts of its width.</summary>
    private const double PhotoCorner = 0.043;

    private readonly SvgDrawing _drawing;
    private readonly Scheme _scheme;
    private readonly double _scale;
    private readonly double _extra;
    private readonly StageBox? _room;
    private readonly FittedText? _text;
    private readonly CardPhoto? _photo;

    /// <param name="box">Pixels of the picture.</param>
    /// <param name="text">Null shows the drawing alone.</param>
    /// <param name="photo">Shown where the drawing marks a <c>photo-box</c>.</param>
    /// <param name="widthOf">Width of a text in ems.</param>
    public DrawingPiece(ItemFile item, StageBox box, SvgDrawing drawing, string? text, CardPhoto photo, Func<string, double> widthOf, Scheme scheme, Act act)
        : base(item)
    {
        (_drawing, _scheme, Act) = (drawing, scheme, act);
        _photo = drawing.Mark("photo-box") is null ? null : photo;
        var view = drawing.ViewBox;
        _scale = Math.Min(box.Width / view.Width, box.Height / view.Height);
        var largest = item.Size[1] * act.Unit / 100;
        if (text is not null && drawing.Mark("text-box") is { } room && drawing.Mark("stretch-box") is not null)
            _extra = Math.Clamp(widthOf(text) * Math.Min(largest, room.Height * _scale * 0.8) - room.Width * _scale, 0, Math.Max(0, box.Width - view.Width * _scale));
        Rest = Contain(box, (view.Width * _scale + _extra) / (view.Height * _scale), item.Align);
        if (text is null || drawing.Mark("text-box") is not { } mark)
            return;
        _room = new StageBox(Rest.Left + (mark.Left - view.Left) * _scale, Rest.Top + (mark.Top - view.Top) * _scale, mark.Width * _scale + _extra, mark.Height * _scale);
        var least = item.Size[0] * act.Unit / 100;
        _text = (item.Lines > 2 ? new BadgeFit(widthOf).Fit(text, _room.Value.Width, _room.Value.Height, least, largest, Pitch) : null)
            ?? new TextFit(widthOf).Fit(text, _room.Value.Width, _room.Value.Height, item.Lines, least, largest, Pitch, Padding);
    }

    public override Act Act { get; }

    public override StageBox Rest { get; }

    public FittedText? Text => _text;

    public override IReadOnlyList<LetterSheet> Letters => _text is null ? [] : [Sheet(_text, _room!.Value)];

    public override async Task<IReadOnlyList<IStageLayer>> PrintAsync(Press press, IReadOnlyList<Surface> letters, CancellationToken cancellation)
    {
        var (width, height) = (Even(Rest.Width * Density), Even(Rest.Height * Density));
        var whole = new PixelBox(0, 0, width, height);
        var order = new DrawOrder(SvgDrawing.Sheet(width, height, Views(width, height)), width, height, Look.Plain, [new SheetCut(whole, whole)]);
        var drawn = (await press.Rasteriser.DrawAsync(order, cancellation))[0]!;
        if (_photo is not null && _drawing.Mark("photo-box") is { } frame)
            drawn = LayerMerge.Over(drawn, await PhotoAsync(press, _photo, frame, width, height, cancellation));
        if (letters is [var words])
        {
            using var fitting = SurfaceLay.Empty(width, height);
            SurfaceLay.Over(fitting, words, 0, 0);
            drawn = LayerMerge.Over(drawn, Developer.DevelopExactly(fitting, whole, Look.Plain));
        }

        var (pivotX, pivotY) = Hinge(Rest);
        return [new SpriteLayer(drawn.Raster, new Sprite(Rest.Left, Rest.Top, Density, pivotX, pivotY, Item.Tilt, Item.Opacity, Act))];
    }

    private async Task<Developed> PhotoAsync(Press press, CardPhoto photo, StageBox frame, int width, int height, CancellationToken cancellation)
    {
        var scale = _scale * Density;
        var (left, top) = ((int)((frame.Left - _drawing.ViewBox.Left) * scale), (int)((frame.Top - _drawing.ViewBox.Top) * scale));
        using var picture = await PhotoSheet.DevelopAsync(press.Lab, photo, Item, Even(frame.Width * scale), Even(frame.Height * scale), _scheme, cancellation);
        PrintEdge.Apply(picture, PhotoCorner * picture.Width, 0);
        using var sheet = SurfaceLay.Empty(width, height);
        SurfaceLay.Over(sheet, picture, left, top);
        return Developer.DevelopExactly(sheet, new PixelBox(0, 0, width, height), Look.Plain);
    }

    /// <summary>The drawing in one piece, or in three of which the middle one is stretched.</summary>
    private IEnumerable<string> Views(int width, int height)
    {
        var look = new SvgView { Classes = _scheme.ClassesWith(Item.Colours) };
        var view = _drawing.ViewBox;
        if (_extra <= 0 || _drawing.Mark("stretch-box") is not { } middle)
            return [_drawing.View(look, view, new PixelBox(0, 0, width, height))];
        var scale = _scale * Density;
        var first = (int)Math.Round((middle.Left - view.Left) * scale);
        var last = width - (int)Math.Round((view.Right - middle.Right) * scale);
        return
        [
            _drawing.View(look, StageBox.Between(view.Left, view.Top, middle.Left, view.Bottom), new PixelBox(0, 0, first, height), copy: 0),
            _drawing.View(look, StageBox.Between(middle.Left, view.Top, middle.Right, view.Bottom), new PixelBox(first, 0, last - first, height), copy: 1),
            _drawing.View(look, StageBox.Between(middle.Right, view.Top, view.Right, view.Bottom), new PixelBox(last, 0, width - last, height), copy: 2),
        ];
    }

    /// <summary>Words on a drawing stand on its brand colour, whatever that is here.</summary>
    private Colour Ink => Item.Colour is { } named ? _scheme.Of(named) : _scheme.On(Item.Colours.TryGetValue("brand", out var brand) ? _scheme.Of(brand) : _scheme.Of("brand"));

    private LetterSheet Sheet(FittedText text, StageBox room)
    {
        var density = Density;
        var whole = Enumerable.Range(0, text.Lines.Count).Sum(text.EmOf) * Pitch - (Pitch - Rise) * text.EmOf(text.Lines.Count - 1);
        var top = (room.Top - Rest.Top + (room.Height - whole) / 2) * density;
        var middle = (room.Left - Rest.Left + room.Width / 2) * density;
        var lines = new List<LetterLine>();
        for (var line = 0; line < text.Lines.Count; line++)
        {
            var em = text.EmOf(line) * density;
            lines.Add(new LetterLine(text.Lines[line], middle, top + Rise * em, em, Bold: true, Ink, Centred: true));
            top += Pitch * em;
        }

        return new LetterSheet { Size = new FrameSize(Even(Rest.Width * density), Even(Rest.Height * density)), Lines = lines };
    }
}
