namespace Rushes.Providers.Animatic.Cards;

/// <summary>How something stands at one moment, beside where it rests.</summary>
/// <param name="X">Pixels to the right.</param>
/// <param name="Y">Pixels downwards.</param>
/// <param name="Scale">Of its size at rest.</param>
/// <param name="Turn">Degrees clockwise, its own lean not included.</param>
/// <param name="Opacity">0 to 1.</param>
internal readonly record struct ActPose(double X, double Y, double Scale, double Turn, double Opacity)
{
    public static ActPose Rest { get; } = new(0, 0, 1, 0, 1);

    public static ActPose Away { get; } = new(0, 0, 1, 0, 0);
}
