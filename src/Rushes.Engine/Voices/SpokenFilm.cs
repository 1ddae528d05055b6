namespace Rushes.Engine.Voices;

/// <summary>A script with its voices.</summary>
/// <param name="Silent">Some line has no voice: there was no engine for it, or it failed.</param>
public sealed record SpokenFilm(IReadOnlyList<SpokenScene> Scenes, VoiceCasting Casting, bool Silent)
{
    /// <summary>Which engines could not speak and who stood in, a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public SpeechBill Bill { get; init; } = SpeechBill.Nothing;

    /// <summary>Seconds that speech added to the film.</summary>
    public int HeldFrames => Scenes.Sum(scene => scene.HeldFrames);
}
