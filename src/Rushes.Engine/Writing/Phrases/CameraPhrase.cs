namespace Rushes.Engine.Writing.Phrases;

/// <summary>A clause about the camera.</summary>
/// <param name="Shot">Wide, Medium, Close-up, POV, Tracking or Aerial.</param>
/// <param name="Move">static, slow zoom-in, zoom-out, pan left, pan right, tilt, tracking or handheld.</param>
public sealed record CameraPhrase(string Shot, string Move, IReadOnlyList<string> Say);
