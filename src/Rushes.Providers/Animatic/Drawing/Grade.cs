namespace Rushes.Providers.Animatic.Drawing;

/// <summary>
/// How the light of a scene changes a layer's colours: one affine map of RGB, a row for each resulting channel with its constant last. Being affine it works on
/// premultiplied pixels as they are.
/// </summary>
internal readonly record struct Grade(GradeRow Red, GradeRow Green, GradeRow Blue)
{
    public static Grade None { get; } = new(new(1, 0, 0, 0), new(0, 1, 0, 0), new(0, 0, 1, 0));

    /// <summary>Multiplies by the colour of the light.</summary>
    public Grade Lit(Colour light) => new(Red.Scaled(light.Red), Green.Scaled(light.Green), Blue.Scaled(light.Blue));

    /// <param name="amount">0 is grey, 1 leaves as is.</param>
    public Grade Saturated(double amount)
    {
        var grey = (Red.Scaled(0.2126) + Green.Scaled(0.7152) + Blue.Scaled(0.0722)).Scaled(1 - amount);
        return new(Red.Scaled(amount) + grey, Green.Scaled(amount) + grey, Blue.Scaled(amount) + grey);
    }

    /// <param name="amount">1 leaves as is.</param>
    /// <param name="pivot">The brightness that stays.</param>
    public Grade Contrasted(double amount, double pivot)
    {
        var shift = new GradeRow(0, 0, 0, pivot * (1 - amount));
        return new(Red.Scaled(amount) + shift, Green.Scaled(amount) + shift, Blue.Scaled(amount) + shift);
    }

    /// <summary>Mixes in the colour of the air between.</summary>
    public Grade Hazed(Colour haze, double share) => new(
        Red.Scaled(1 - share) + new GradeRow(0, 0, 0, haze.Red * share),
        Green.Scaled(1 - share) + new GradeRow(0, 0, 0, haze.Green * share),
        Blue.Scaled(1 - share) + new GradeRow(0, 0, 0, haze.Blue * share));

    public Colour Apply(Colour colour) => new(Red.Of(colour), Green.Of(colour), Blue.Of(colour));
}
