namespace Rushes.Film.Scripts;

/// <summary>How long a film may be.</summary>
public static class FilmLimits
{
    // Scenes' seconds are rounded.
    private const double Room = 0.5;

    /// <param name="file">How the script is called in a sentence.</param>
    /// <returns>The script.</returns>
    /// <exception cref="MistakeException">It has too many scenes or seconds; the mistake tells how many of its first scenes are a film.</exception>
    public static Script Checked(Script script, string file)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(file);
        var seconds = script.Duration;
        if (script.Scenes.Count > ScriptJson.MostScenes)
            throw Mistake.Input("script.too-many-scenes", "scenes", file, script.Scenes.Count, ScriptJson.MostScenes, FirstPart(script)).AsException();
        return seconds > ScriptJson.LongestFilm + Room
            ? throw Mistake.Input("script.too-long", "scenes", file, seconds, ScriptJson.LongestFilm, FirstPart(script)).AsException()
            : script;
    }

    private static int FirstPart(Script script)
    {
        var seconds = 0.0;
        return script.Scenes.Take(ScriptJson.MostScenes).TakeWhile(scene => (seconds += scene.Duration) <= ScriptJson.LongestFilm).Count();
    }
}
