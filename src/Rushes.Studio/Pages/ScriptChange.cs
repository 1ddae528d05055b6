using Rushes.Engine.Making;
using Rushes.Film.Scripts;

namespace Rushes.Studio.Pages;

/// <summary>What can be done to a scene by a word, from a page or over the wire.</summary>
internal static class ScriptChange
{
    private static readonly Dictionary<string, Func<Script, int, Script>> Changes = new(StringComparer.Ordinal)
    {
        ["up"] = static (script, scene) => script.Move(scene, up: true),
        ["down"] = static (script, scene) => script.Move(scene, up: false),
        ["split"] = static (script, scene) => script.Split(scene),
        ["merge"] = static (script, scene) => script.Merge(scene),
        ["remove"] = static (script, scene) => script.Remove(scene),
        ["add"] = ScriptDesk.WithBlank,
    };

    public static IReadOnlyCollection<string> Words => Changes.Keys;

    /// <returns>Null when the word names no change.</returns>
    public static Func<Script, int, Script>? Of(string word) => Changes.GetValueOrDefault(word);
}
