namespace Rushes.Film.Scripts;

/// <summary>What an editor does to the scenes of a script. Scenes are numbered from 1; a number that does not exist is the user's mistake.</summary>
public static class ScriptEdits
{
    private const double ShortestScene = 1;

    /// <exception cref="MistakeException">There is no such scene.</exception>
    public static Script Replace(this Script script, int scene, Scene by) => script.With(scenes => scenes[Index(script, scene)] = by);

    /// <summary>Changes places with the scene before or after; at an end nothing changes.</summary>
    /// <exception cref="MistakeException">There is no such scene.</exception>
    public static Script Move(this Script script, int scene, bool up)
    {
        var from = Index(script, scene);
        var to = up ? from - 1 : from + 1;
        return to < 0 || to >= script.Scenes.Count ? script : script.With(scenes => (scenes[from], scenes[to]) = (scenes[to], scenes[from]));
    }

    /// <summary>Makes two scenes of one: the seconds are halved, the lines shared, the picture goes on.</summary>
    /// <exception cref="MistakeException">There is no such scene, or it is too short.</exception>
    public static Script Split(this Script script, int scene)
    {
        var at = Index(script, scene);
        var whole = script.Scenes[at];
        if (whole.Duration < 2 * ShortestScene)
            throw Mistake.Input("script.too-short-to-split", "duration", scene, whole.Duration).AsException();
        var first = Math.Round(whole.Duration / 2, 1);
        var lines = (whole.Dialogues.Count + 1) / 2;
        return script.With(scenes =>
        {
            scenes[at] = whole with { Duration = first, Dialogues = [.. whole.Dialogues.Take(lines)] };
            scenes.Insert(at + 1, whole with { Duration = Math.Round(whole.Duration - first, 3), Dialogues = [.. whole.Dialogues.Skip(lines)], Narration = null });
        });
    }

    /// <summary>Makes one scene of this and the next: everything that is said and seen is kept.</summary>
    /// <exception cref="MistakeException">There is no such scene, or none after it.</exception>
    public static Script Merge(this Script script, int scene)
    {
        var at = Index(script, scene);
        if (at + 1 == script.Scenes.Count)
            throw Mistake.Input("script.nothing-to-merge", "scene", scene).AsException();
        var (first, second) = (script.Scenes[at], script.Scenes[at + 1]);
        return script.With(scenes =>
        {
            scenes[at] = first with
            {
                Prompt = Join(first.Prompt, second.Prompt)!,
                Duration = first.Duration + second.Duration,
                Characters = [.. first.Characters.Union(second.Characters, StringComparer.OrdinalIgnoreCase)],
                VisualNotes = Join(first.VisualNotes, second.VisualNotes),
                Dialogues = [.. first.Dialogues, .. second.Dialogues],
                Narration = Join(first.Narration, second.Narration),
            };
            scenes.RemoveAt(at + 1);
        });
    }

    /// <exception cref="MistakeException">There is no such scene, or it is the only one.</exception>
    public static Script Remove(this Script script, int scene)
    {
        var at = Index(script, scene);
        return script.Scenes.Count > 1 ? script.With(scenes => scenes.RemoveAt(at)) : throw Mistake.Input("script.last-scene", "scene").AsException();
    }

    /// <summary>Puts a scene after another one; after 0 it becomes the first.</summary>
    /// <exception cref="MistakeException">There is no such scene.</exception>
    public static Script Insert(this Script script, int after, Scene scene)
    {
        var at = after == 0 ? 0 : Index(script, after) + 1;
        return script.With(scenes => scenes.Insert(at, scene));
    }

    private static Script With(this Script script, Action<List<Scene>> change)
    {
        List<Scene> scenes = [.. script.Scenes];
        change(scenes);
        return script with { Scenes = scenes };
    }

    private static int Index(Script script, int scene) => scene >= 1 && scene <= script.Scenes.Count
        ? scene - 1
        : throw Mistake.Input("film.no-scene", "scene", scene, script.Scenes.Count).AsException();

    private static string? Join(string? first, string? second) => (first, second) switch
    {
        (null or "", _) => second,
        (_, null or "") => first,
        _ => $"{first} {second}",
    };
}
