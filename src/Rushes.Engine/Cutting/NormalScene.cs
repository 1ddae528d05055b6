using Rushes.Film.Cuts;

namespace Rushes.Engine.Cutting;

/// <summary>A scene whose clip is in the film's own form.</summary>
/// <param name="Picture">Absolute path.</param>
/// <param name="Digest">Of what the picture is.</param>
/// <param name="Sound">Its own sound as <c>.pcm</c>; null for none.</param>
/// <param name="Filmed">Frames that were really filmed; what the clip has beyond them is held.</param>
/// <param name="Damage">What the decoder complained of.</param>
internal sealed record NormalScene(int Scene, string Picture, string Digest, ClipFrames Frames, string? Sound, int Filmed, string? Damage)
{
    public (string File, int Frames) Clip => (Picture, Frames.Count);
}
