using Rushes.Engine.Texts;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Number of scenes and sum of their seconds.</summary>
internal sealed class LengthCheck : IScriptCheck
{
    // Half a frame at 30 frames a second.
    private const double Tolerance = 1 / 60.0;

    private const double Shortest = 1.5;
    private const double Longest = 8;

    public IEnumerable<ScriptWarning> Find(Draft draft)
    {
        var script = draft.Script;
        if (script.Scenes.Count == 0)
        {
            yield return new(null, WarningKinds.Scenes, Sentence.Of("script.check-no-scenes"), []);
            yield break;
        }

        if (Math.Abs(script.Duration - draft.Brief.Duration) > Tolerance)
            yield return new(null, WarningKinds.Duration, Sentence.Of("script.check-duration", Round(script.Duration), Round(draft.Brief.Duration)), []);
        foreach (var (number, scene) in draft.Scenes)
        {
            if (!(scene.Duration > 0))
                yield return new(number, WarningKinds.Duration, Sentence.Of("script.check-no-seconds"), []);
            else if (draft.IsWritten && scene.Duration < Math.Min(Shortest, draft.Brief.Duration))
                yield return new(number, WarningKinds.Scenes, Sentence.Of("script.check-fast", Round(scene.Duration)), []);
            else if (draft.IsWritten && script.Duration <= SceneLengths.ShortFilm && scene.Duration > Longest + Tolerance)
                yield return new(number, WarningKinds.Scenes, Sentence.Of("script.check-slow", Round(scene.Duration), Longest), []);
        }
    }

    private static double Round(double seconds) => Math.Round(seconds, 2);
}
