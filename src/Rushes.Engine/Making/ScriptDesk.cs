using Rushes.Engine.Projects;
using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>Changes the scripts of projects.</summary>
public sealed class ScriptDesk(IProjectFolders folders, FilmDesk desk)
{
    /// <summary>Most seconds of a scene that was added and not yet written.</summary>
    private const double LongestBlank = 4;

    /// <exception cref="MistakeException">The project is being worked on, its script is broken, or the change is a mistake; nothing was changed then.</exception>
    public Script Change(Project project, Func<Script, Script> change)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(change);

        // A run films what was ordered; a script that changes under it would make its newest clips stale at once.
        if (desk.Of(project) is { IsOver: false })
            throw Mistake.Input("film.in-hand", "project", project.Name).AsException();
        var changed = change(folders.ReadScript(project));
        folders.WriteScript(project, changed);
        return changed;
    }

    /// <summary>The script with a new scene in the place and light of the one before it, for the user to fill.</summary>
    /// <exception cref="MistakeException">There is no such scene.</exception>
    public static Script WithBlank(Script script, int after)
    {
        ArgumentNullException.ThrowIfNull(script);
        if (after < 1 || after > script.Scenes.Count)
            throw Mistake.Input("film.no-scene", "scene", after, script.Scenes.Count).AsException();
        var before = script.Scenes[after - 1];
        return script.Insert(after, before with { Dialogues = [], Narration = null, Duration = Math.Min(before.Duration, LongestBlank) });
    }
}
