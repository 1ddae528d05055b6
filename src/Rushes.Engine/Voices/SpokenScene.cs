namespace Rushes.Engine.Voices;

/// <summary>A scene with its voices placed.</summary>
/// <param name="Scene">1 is the first scene.</param>
/// <param name="Frames">Frames on screen: the script's, or more where speech needs them.</param>
/// <param name="Lines">Spoken lines in order.</param>
/// <param name="HeldFrames">How many frames speech added; 0 mostly.</param>
public sealed record SpokenScene(int Scene, int Frames, IReadOnlyList<SpokenLine> Lines, int HeldFrames);
