namespace Rushes.Providers.Animatic.Drawing;

/// <summary>What one resulting channel takes of red, green, blue and a constant.</summary>
internal readonly record struct GradeRow(double Red, double Green, double Blue, double Constant)
{
    public GradeRow Scaled(double by) => new(Red * by, Green * by, Blue * by, Constant * by);

    public double Of(Colour colour) => Red * colour.Red + Green * colour.Green + Blue * colour.Blue + Constant;

    public static GradeRow operator +(GradeRow one, GradeRow other) =>
        new(one.Red + other.Red, one.Green + other.Green, one.Blue + other.Blue, one.Constant + other.Constant);
}
