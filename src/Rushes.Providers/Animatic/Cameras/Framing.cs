namespace Rushes.Providers.Animatic.Cameras;

/// <summary>The picture's frame on the stage before the camera moves: a point and how much nearer than the whole stage.</summary>
/// <param name="X">Stage units.</param>
/// <param name="Y">Stage units.</param>
/// <param name="Zoom">1 shows the stage's full height.</param>
internal sealed record Framing(double X, double Y, double Zoom);
