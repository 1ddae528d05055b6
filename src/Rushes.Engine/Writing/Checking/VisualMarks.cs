using Rushes.Engine.Texts;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Marks for pictures that one can see before one's eyes: concrete prompts, a camera and a light in every scene, no two alike.</summary>
internal static class VisualMarks
{
    // Fewer telling words than this show too little.
    private const double RichPrompt = 14;

    public static ScoredPart Of(Draft draft, double weight)
    {
        var scenes = draft.Script.Scenes;
        var prompts = LikenessCheck.PromptsOf(draft);
        var vague = draft.Wording.Found(draft.Wording.Words.Vague, string.Join(" . ", prompts));
        var rich = prompts.Average(prompt => Math.Min(1, draft.Wording.Telling(prompt).Distinct(StringComparer.Ordinal).Count() / RichPrompt));
        var directed = scenes.Average(DirectionOf);
        var variety = Math.Min(1, scenes.Select(scene => scene.CameraShot?.Trim()).Where(shot => !string.IsNullOrEmpty(shot)).Distinct(StringComparer.OrdinalIgnoreCase).Count()
            / Math.Clamp(scenes.Count * 0.6, 1, 5));
        var fresh = 1 - Repetition(draft.Wording, prompts);
        var blur = Math.Min(0.3, 0.08 * vague.Count / Math.Max(1, scenes.Count / 4.0));
        var value = Math.Clamp(((0.4 * rich) + (0.25 * directed) + (0.15 * variety) + (0.2 * fresh)) * (0.4 + (0.6 * rich)) - blur, 0, 1);
        var reason = rich < 0.5 ? Sentence.Of("script.score-visuals-thin")
            : fresh < 0.6 ? Sentence.Of("script.score-visuals-same")
            : vague.Count > scenes.Count / 2 ? Sentence.Of("script.score-visuals-vague", string.Join(", ", vague.Take(4)))
            : directed < 0.6 ? Sentence.Of("script.score-visuals-undirected")
            : Sentence.Of("script.score-visuals-good");
        return new("visuals", value, weight, reason);
    }

    private static double DirectionOf(Scene scene)
    {
        string?[] directions = [scene.CameraShot, scene.LightingMood, scene.TimeOfDay, scene.Location, scene.VisualNotes];
        return directions.Count(text => !string.IsNullOrWhiteSpace(text)) / (double)directions.Length;
    }

    /// <summary>How alike each scene is to the most similar of the few before it, on average.</summary>
    private static double Repetition(Wording wording, IReadOnlyList<string> prompts)
    {
        if (prompts.Count < 2)
            return 0;
        var likenesses = Enumerable.Range(1, prompts.Count - 1)
            .Select(later => Enumerable.Range(Math.Max(0, later - 6), Math.Min(6, later)).Max(earlier => wording.Likeness(prompts[earlier], prompts[later])));
        return Math.Min(1, likenesses.Average() / LikenessCheck.TooAlike);
    }
}
