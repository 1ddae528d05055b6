using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Variants;

/// <summary>Makes one script of scenes from several.</summary>
public static class ScriptMix
{
    /// <summary>The scenes in the order in which they are taken; title, hook and style come from the first script, the cast from all that are used.</summary>
    /// <exception cref="MistakeException">A script has no such scene.</exception>
    public static Script Of(IReadOnlyList<SceneTaking> takings)
    {
        ArgumentNullException.ThrowIfNull(takings);
        var scenes = takings.SelectMany(ScenesOf).ToList();
        var names = scenes.SelectMany(scene => scene.Characters.Concat(scene.Dialogues.Select(line => line.Speaker).OfType<string>())).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var cast = takings.SelectMany(taking => taking.Script.Characters).DistinctBy(one => one.Name, StringComparer.OrdinalIgnoreCase);
        return takings[0].Script with { Scenes = scenes, Characters = [.. cast.Where(one => names.Contains(one.Name))] };
    }

    private static IEnumerable<Scene> ScenesOf(SceneTaking taking) => taking.Scenes.Count == 0
        ? taking.Script.Scenes
        : taking.Scenes.Select(number => number >= 1 && number <= taking.Script.Scenes.Count
            ? taking.Script.Scenes[number - 1]
            : throw Mistake.Input("script.no-such-scene", "scene", taking.File, number, taking.Script.Scenes.Count).AsException());
}
