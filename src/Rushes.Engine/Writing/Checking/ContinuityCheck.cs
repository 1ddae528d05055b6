using Rushes.Engine.Texts;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Place and time lead from scene to scene.</summary>
internal sealed class ContinuityCheck : IScriptCheck
{
    private static readonly Dictionary<string, bool> IsDark = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Dawn"] = false,
        ["Day"] = false,
        ["Golden hour"] = false,
        ["Night"] = true,
    };

    public IEnumerable<ScriptWarning> Find(Draft draft)
    {
        if (!draft.IsWritten)
            yield break;
        var scenes = draft.Script.Scenes;
        for (var i = 1; i < scenes.Count; i++)
        {
            var (before, now) = (scenes[i - 1], scenes[i]);
            if (i > 1 && Flips(scenes[i - 2], before, now))
                yield return new(i + 1, WarningKinds.Continuity, Sentence.Of("script.check-flip", scenes[i - 2].TimeOfDay, before.TimeOfDay, now.TimeOfDay), []);
            else if (Same(before.Location, now.Location) && Dark(before) == false && Dark(now) == true && Same(before.TimeOfDay, "Day") && !HasBridge(now) && !HasBridge(before))
                yield return new(i + 1, WarningKinds.Continuity, Sentence.Of("script.check-nightfall", now.Location), []);
            if (Jumps(before, now))
                yield return new(i + 1, WarningKinds.Continuity, Sentence.Of("script.check-jump", before.Location, now.Location), []);
        }
    }

    /// <summary>Dark, light, dark again (or the other way round) within three scenes.</summary>
    private static bool Flips(Scene first, Scene second, Scene third) =>
        Dark(first) is { } a && Dark(second) is { } b && Dark(third) is { } c && a != b && b != c && !HasBridge(second) && !HasBridge(third);

    /// <summary>Another place, nobody whom we know, and nothing that leads over.</summary>
    private static bool Jumps(Scene before, Scene now) =>
        !string.IsNullOrWhiteSpace(before.Location) && !string.IsNullOrWhiteSpace(now.Location) && !Same(before.Location, now.Location)
        && before.Characters.Count > 0 && now.Characters.Count > 0
        && !before.Characters.Intersect(now.Characters, StringComparer.OrdinalIgnoreCase).Any()
        && !HasBridge(now) && !HasBridge(before);

    // Notes or words that are heard can carry the viewer over.
    private static bool HasBridge(Scene scene) => scene.VisualNotes is { Length: >= 10 } || !string.IsNullOrWhiteSpace(scene.Narration);

    private static bool? Dark(Scene scene) => scene.TimeOfDay is { } time && IsDark.TryGetValue(time.Trim(), out var dark) ? dark : null;

    private static bool Same(string? left, string? right) => string.Equals(left?.Trim(), right?.Trim(), StringComparison.OrdinalIgnoreCase);
}
