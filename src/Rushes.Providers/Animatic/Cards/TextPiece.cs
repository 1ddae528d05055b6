using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Lettering;
using Rushes.Providers.Animatic.Photos;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>Words in lines that come one after another.</summary>
internal sealed class TextPiece : Piece
{
    // In ems.
    private const double PlainPitch = 1.24;
    private const double StripPitch = 1.5;
    private const double StripHeight = 1.4;
    private const double StripPadding = 0.36;
    private const double Rise = 0.72;

    /// <summary>Above the baseline, with the marks that Vietnamese puts on capitals.</summary>
    private const double Above = 1.08;
    private const double Below = 0.36;
    private const double Side = 0.2;

    private readonly Scheme _scheme;
    private readonly FittedText _text;
    private readonly IReadOnlyList<double> _widths;
    private readonly StageBox _box;

    /// <param name="box">Pixels of the picture.</param>
    /// <param name="widthOf">Width of a text in ems.</param>
    public TextPiece(ItemFile item, StageBox box, string text, Func<string, double> widthOf, Scheme scheme, Act act)
        : base(item)
    {
        (_scheme, Act, _box) = (scheme, act, box);
        var padding = item.Style == TextStyle.Strips ? 2 * StripPadding : item.Style == TextStyle.Marker ? 0.3 : 0;
        _text = new TextFit(widthOf).Fit(text, box.Width, box.Height, item.Lines, item.Size[0] * act.Unit / 100, item.Size[1] * act.Unit / 100, Pitch, padding);
        _widths = [.. _text.Lines.Select(line => widthOf(line) * _text.Em)];
    }

    public FittedText Text => _text;

    public override Act Act { get; }

    public override StageBox Rest => Enumerable.Range(0, _text.Lines.Count).Select(LineBox).Aggregate((one, other) => one.With(other));

    public override IReadOnlyList<LetterSheet> Letters => [.. Enumerable.Range(0, _text.Lines.Count).Select(Sheet)];

    private double Pitch => Item.Style == TextStyle.Strips ? StripPitch : PlainPitch;

    public override Task<IReadOnlyList<IStageLayer>> PrintAsync(Press press, IReadOnlyList<Surface> letters, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<IStageLayer>>([.. letters.Select(Layer)]);

    private SpriteLayer Layer(Surface letters, int line)
    {
        var (left, top, _) = SheetCorner(line);
        using var sheet = SurfaceLay.Empty(letters.Width, letters.Height);
        if (Item.Shadow > 0)
            SoftShadow.Under(sheet, letters, 0, (int)Math.Round(0.04 * _text.Em * Density), 0.09 * _text.Em * Density, Item.Shadow);
        SurfaceLay.Over(sheet, letters, 0, 0);
        var drawn = Developer.DevelopExactly(sheet, new PixelBox(0, 0, sheet.Width, sheet.Height), Look.Plain);
        var (pivotX, pivotY) = Hinge(Item.Tilt != 0 ? Rest : LineBox(line));
        return new SpriteLayer(drawn.Raster, new Sprite(left, top, Density, pivotX, pivotY, Item.Tilt, Item.Opacity, Act with { At = Act.At + line * Item.Enter.Each }));
    }

    /// <summary>What a line takes: its strip, or its letters.</summary>
    private StageBox LineBox(int line)
    {
        var padding = Item.Style == TextStyle.Strips ? StripPadding * _text.Em : 0;
        var width = _widths[line] + 2 * padding;
        var height = Item.Style == TextStyle.Strips ? StripHeight * _text.Em : (Rise + 0.2) * _text.Em;
        var whole = (_text.Lines.Count - 1) * Pitch * _text.Em + height;
        return new(_box.Left + (_box.Width - width) * Item.Align[0] / 100, _box.Top + (_box.Height - whole) * Item.Align[1] / 100 + line * Pitch * _text.Em, width, height);
    }

    /// <summary>The baseline of a line, in pixels of the picture.</summary>
    private double Baseline(int line)
    {
        var box = LineBox(line);
        return Item.Style == TextStyle.Strips ? box.Top + box.Height / 2 + Rise / 2 * _text.Em : box.Top + Rise * _text.Em;
    }

    /// <summary>Even corners keep the letters, where they rest, on whole pixels of the picture.</summary>
    private (double Left, double Top, FrameSize Size) SheetCorner(int line)
    {
        var box = LineBox(line);
        var baseline = Baseline(line);
        var (left, top) = (Math.Floor((box.Left - Side * _text.Em) / 2) * 2, Math.Floor((Math.Min(box.Top - 2, baseline - Above * _text.Em)) / 2) * 2);
        var (right, bottom) = (box.Right + Side * _text.Em, Math.Max(box.Bottom + 2, baseline + Below * _text.Em));
        return (left, top, new FrameSize(Even((right - left) * Density) + 2, Even((bottom - top) * Density) + 2));
    }

    private LetterSheet Sheet(int line)
    {
        var (left, top, size) = SheetCorner(line);
        var box = LineBox(line);
        var density = Density;
        double X(double x) => (x - left) * density;
        double Y(double y) => (y - top) * density;
        var isLast = line == _text.Lines.Count - 1;
        var fill = _scheme.Of(isLast && Item.LastFill is { } last ? last : Item.Fill);
        List<LetterPanel> panels = [];
        if (Item.Style == TextStyle.Strips)
            panels.Add(new(X(box.Left), Y(box.Top), box.Width * density, box.Height * density, Item.Corner * Act.Unit / 100 * density, fill));
        else if (Item.Style == TextStyle.Marker && isLast)
            panels.Add(new(X(box.Left - 0.12 * _text.Em), Y(Baseline(line) - 0.3 * _text.Em), (box.Width + 0.24 * _text.Em) * density, 0.44 * _text.Em * density, 0.08 * _text.Em * density, fill));
        var colour = Item.Style == TextStyle.Strips ? _scheme.On(fill) : _scheme.Of((isLast ? Item.LastColour : null) ?? Item.Colour ?? "paper");
        var padding = Item.Style == TextStyle.Strips ? StripPadding * _text.Em : 0;
        return new LetterSheet
        {
            Size = size,
            Panels = panels,
            Lines = [new LetterLine(_text.Lines[line], X(box.Left + padding), Y(Baseline(line)), _text.Em * density, Bold: true, colour)],
        };
    }
}
