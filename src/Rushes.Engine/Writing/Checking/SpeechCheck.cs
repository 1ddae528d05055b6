using Rushes.Engine.Texts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>What is said in a scene can be said in its seconds.</summary>
internal sealed class SpeechCheck : IScriptCheck
{
    // Voices differ by more than this.
    private const double Patience = 0.25;

    public IEnumerable<ScriptWarning> Find(Draft draft)
    {
        foreach (var (number, scene) in draft.Scenes)
        {
            var needed = draft.SpeechOf(scene);
            if (needed > scene.Duration + Patience)
                yield return new(number, WarningKinds.Speech, Sentence.Of("script.check-speech", Math.Round(needed, 1), Math.Round(scene.Duration, 1)), [.. Draft.Spoken(scene)]);
        }
    }
}
