using Rushes.Engine.Cutting.Captions;
using Rushes.Film.Scenes;

namespace Rushes.Engine.Cutting.Sheets;

/// <summary>Where everything stands on the contact sheet: a heading, then a card a scene in rows that fill a landscape page.</summary>
internal sealed class SheetLayout
{
    private const int Widest = 3200;
    private const double PageShape = 1.5;

    /// <param name="scenes">How many, at least one.</param>
    /// <param name="frame">The film's pictures.</param>
    public SheetLayout(int scenes, FrameSize frame)
    {
        var shape = (double)frame.Height / frame.Width;
        Columns = Math.Clamp((int)Math.Round(Math.Sqrt(scenes * (shape + 0.3) * PageShape)), 1, scenes);
        var roomy = Math.Min(shape > 1 ? 300.0 : 460.0, (Widest - 80.0) / Columns - 24);
        var width = Even(roomy);
        Picture = new(width, Even(width * shape));
        Unit = Math.Clamp(width / 300.0, 0.34, 1.2);
        Gap = (int)(24 * Unit);
        Margin = (int)(44 * Math.Max(Unit, 0.7));
        Heading = (int)(96 * Math.Max(Unit, 0.7));
        Label = (int)(64 * Unit);
        var rows = (scenes + Columns - 1) / Columns;
        Size = new(
            Even(2 * Margin + Columns * Picture.Width + (Columns - 1) * Gap),
            Even(2 * Margin + Heading + rows * (Picture.Height + Label) + (rows - 1) * Gap));
    }

    public FrameSize Size { get; }
    public FrameSize Picture { get; }
    public int Columns { get; }
    public int Margin { get; }
    public int Heading { get; }
    public int Label { get; }
    public int Gap { get; }

    /// <summary>1 at a picture width of 300 pixels; texts follow it.</summary>
    public double Unit { get; }

    public PixelBox Place(int index) => new(
        Margin + index % Columns * (Picture.Width + Gap),
        Margin + Heading + index / Columns * (Picture.Height + Label + Gap),
        Picture.Width,
        Picture.Height);

    private static int Even(double value) => Math.Max(2, (int)Math.Round(value / 2) * 2);
}
