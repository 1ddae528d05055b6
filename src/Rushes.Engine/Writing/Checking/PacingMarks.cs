using Rushes.Engine.Texts;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Marks for rhythm: scenes of three to eight seconds that are not all the same, and speech that fits in with room to breathe.</summary>
internal static class PacingMarks
{
    public static ScoredPart Of(Draft draft, double weight)
    {
        var scenes = draft.Script.Scenes;
        var paced = scenes.Average(scene => scene.Duration is >= 2.5 and <= 8.05 ? 1 : scene.Duration is >= 1.5 and <= 12 ? 0.5 : 0);
        var fits = scenes.Average(scene => draft.SpeechOf(scene) <= scene.Duration + 0.25 ? 1.0 : 0.0);
        var spoken = scenes.Average(scene => Draft.Spoken(scene).Any() ? 1.0 : 0.0);
        var rhythm = scenes.Count < 3 ? 1 : Math.Min(1, scenes.Select(scene => Math.Round(scene.Duration, 1)).Distinct().Count() / 2.0);
        var twist = draft.Script.Duration <= SceneLengths.ShortFilm || scenes.Any(scene => scene.StoryBeat?.Contains("twist", StringComparison.OrdinalIgnoreCase) == true) ? 1 : 0.5;
        var value = ((0.4 * paced) + (0.3 * fits) + (0.15 * rhythm) + (0.15 * Math.Min(1, spoken * 2))) * twist;
        var average = Math.Round(draft.Script.Duration / scenes.Count, 1);
        var reason = fits < 1 ? Sentence.Of("script.score-pacing-speech")
            : paced < 0.8 ? Sentence.Of("script.score-pacing-off", average)
            : twist < 1 ? Sentence.Of("script.score-pacing-twist")
            : Sentence.Of("script.score-pacing-good", average);
        return new("pacing", value, weight, reason);
    }
}
