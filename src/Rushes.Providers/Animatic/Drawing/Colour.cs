using System.Globalization;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>A colour of a data file; channels from 0 to 1.</summary>
internal readonly record struct Colour(double Red, double Green, double Blue)
{
    public static Colour White { get; } = new(1, 1, 1);

    public static Colour Black { get; } = new(0, 0, 0);

    public double Luma => 0.2126 * Red + 0.7152 * Green + 0.0722 * Blue;

    /// <summary>Reads <c>#rgb</c> and <c>#rrggbb</c>; null when it is neither.</summary>
    public static Colour? Parse(string? text)
    {
        if (text is not ['#', .. var digits] || digits.Length is not (3 or 6)
            || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
            return null;
        return digits.Length == 6
            ? new((bits >> 16) / 255.0, (bits >> 8 & 255) / 255.0, (bits & 255) / 255.0)
            : new((bits >> 8) / 15.0, (bits >> 4 & 15) / 15.0, (bits & 15) / 15.0);
    }

    public static Colour Mix(Colour one, Colour other, double share) => one * (1 - share) + other * share;

    public static Colour operator *(Colour one, Colour other) => new(one.Red * other.Red, one.Green * other.Green, one.Blue * other.Blue);

    public static Colour operator *(Colour colour, double by) => new(colour.Red * by, colour.Green * by, colour.Blue * by);

    public static Colour operator +(Colour one, Colour other) => new(one.Red + other.Red, one.Green + other.Green, one.Blue + other.Blue);

    /// <summary>The form that SVG and the data files write.</summary>
    public override string ToString() => FormattableString.Invariant($"#{Channel(Red):x2}{Channel(Green):x2}{Channel(Blue):x2}");

    private static int Channel(double value) => (int)Math.Round(Math.Clamp(value, 0, 1) * 255);
}
