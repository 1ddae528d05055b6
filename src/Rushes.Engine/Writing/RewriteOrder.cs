using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing;

/// <summary>One scene of a script that is to be written anew.</summary>
/// <param name="Film">What the script was written for.</param>
/// <param name="Script">As it is now, whoever wrote or edited it.</param>
/// <param name="Scene">Number of the scene, counted from 1; there is one of this number.</param>
public sealed record RewriteOrder(WritingOrder Film, Script Script, int Scene)
{
    /// <summary>The scene as it is.</summary>
    public Scene Before => Script.Scenes[Scene - 1];

    /// <summary>
    /// The script with another scene in its place. Seconds, beat and height of feeling stay, so that the film stays as long as it was; what the file had
    /// besides, such as a translation of the old words, goes with them.
    /// </summary>
    /// <param name="cast">Whoever appears in it; those that the script does not know are added.</param>
    public Script With(Scene written, IEnumerable<Character> cast)
    {
        ArgumentNullException.ThrowIfNull(written);
        var scene = written with { Duration = Before.Duration, StoryBeat = Before.StoryBeat, Intensity = Before.Intensity, Extra = Before.Extra };
        var known = Script.Characters.Select(one => one.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Script with
        {
            HookSummary = Scene == 1 && Script.HookSummary == Opening(Before) ? Opening(scene) ?? Script.HookSummary : Script.HookSummary,
            Scenes = [.. Script.Scenes.Select((one, index) => index == Scene - 1 ? scene : one)],
            Characters = [.. Script.Characters, .. cast.Where(one => scene.Characters.Contains(one.Name, StringComparer.OrdinalIgnoreCase) && known.Add(one.Name))],
        };
    }

    /// <summary>What is heard first: many a script quotes it as its hook.</summary>
    private static string? Opening(Scene scene) => scene.Narration ?? (scene.Dialogues.Count > 0 ? scene.Dialogues[0].Text : null);
}
