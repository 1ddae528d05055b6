namespace Rushes.Film.Scenes;

/// <summary>The picture's proportion, one of those that the product offers.</summary>
public readonly record struct Aspect(int Wide, int High)
{
    public static Aspect Vertical { get; } = new(9, 16);
    public static Aspect Landscape { get; } = new(16, 9);
    public static Aspect Square { get; } = new(1, 1);
    public static Aspect Portrait { get; } = new(4, 5);
    public static Aspect Cinema { get; } = new(21, 9);

    public static IReadOnlyList<Aspect> All { get; } = [Vertical, Landscape, Square, Portrait, Cinema];

    /// <summary>Reads <c>9:16</c> and its siblings.</summary>
    /// <exception cref="MistakeException">The text names no aspect of the product.</exception>
    public static Aspect Parse(string text, string field = "aspect")
    {
        foreach (var aspect in All)
        {
            if (aspect.ToString().Equals(text?.Trim(), StringComparison.Ordinal))
                return aspect;
        }

        throw Mistake.Input("brief.aspect", field, text ?? "", string.Join(", ", All)).AsException();
    }

    /// <summary>The frame whose shorter side has about <paramref name="shortSide"/> pixels; both sides are even, as 4:2:0 pictures need.</summary>
    /// <param name="shortSide">Pixels, 360 to 2160.</param>
    public FrameSize Frame(int shortSide)
    {
        var scale = (double)shortSide / Math.Min(Wide, High);
        return new(Even(Wide * scale), Even(High * scale));

        static int Even(double value) => (int)Math.Round(value / 2, MidpointRounding.AwayFromZero) * 2;
    }

    public override string ToString() => FormattableString.Invariant($"{Wide}:{High}");
}
