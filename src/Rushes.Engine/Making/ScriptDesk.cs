using Rushes.Engine.Making.Models;
using Rushes.Engine.Projects;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>Changes the scripts of projects.</summary>
public sealed class ScriptDesk(IProjectFolders folders, FilmDesk desk, TakeFiler filer, Scripting scripting, FilmPlanner planner, ModelCasting casting)
{
    /// <summary>Most seconds of a scene that was added and not yet written.</summary>
    private const double LongestBlank = 4;

    /// <summary>Changes the script. What was filmed of a scene goes with it: its takes, the one that was picked, and in a film of pictures its picture.</summary>
    /// <exception cref="MistakeException">The project is being worked on, its script is broken, or the change is a mistake; nothing was changed then.</exception>
    public async Task<Script> ChangeAsync(Project project, Func<Script, Script> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(change);

        // A run films what was ordered; a script that changes under it would make its newest clips stale at once.
        if (desk.Of(project) is { IsOver: false })
            throw Mistake.Input("film.in-hand", "project", project.Name).AsException();
        var script = folders.ReadScript(project);
        var changed = change(script);
        var moves = SceneMoves.Between(script.Scenes, changed.Scenes);
        var pictures = PicturesOf(project, script, moves);

        // The takes first: should the rest not come, those that fit are found where they belong.
        var settled = await filer.MoveAsync(project, moves, cancellation) with { Brief = project.Brief with { Pictures = pictures } };
        if (settled.Picks != project.Picks || !pictures.SequenceEqual(project.Brief.Pictures))
            folders.Save(settled);
        folders.WriteScript(project, changed);
        return changed;
    }

    private static IReadOnlyList<Picture> PicturesOf(Project project, Script script, SceneMoves moves)
    {
        var pictures = project.Brief.Pictures;
        if (project.Brief.Workflow != Workflow.Image2Video || pictures.Count != script.Scenes.Count)
            return pictures;
        return moves.Origins.Contains(null)
            ? throw Mistake.Input("script.one-a-picture", "scenes").AsException()
            : [.. moves.Origins.Select(origin => pictures[origin!.Value])];
    }

    /// <summary>Has one scene written anew, as a work of its own: a language model may take its time, and ask for money.</summary>
    /// <param name="scene">Counted from 1.</param>
    /// <exception cref="MistakeException">The project is being worked on, its script shows pictures, or there is no such scene.</exception>
    public FilmInHand Rewrite(Project project, int scene, ShootingWishes wishes, string? id = null)
    {
        DemandWritten(project);
        var scenes = folders.ReadScript(project).Scenes.Count;
        if (scene < 1 || scene > scenes)
            throw Mistake.Input("film.no-scene", "scene", scene, scenes).AsException();
        return desk.Write(project, new ScriptWork(scene), RewriteAsync, wishes, id);

        async Task RewriteAsync(ShootingWishes asking, IFilmWatcher watcher, CancellationToken cancellation)
        {
            var script = folders.ReadScript(project);
            await planner.AgreeToSceneAsync(project, script, scene, asking, cancellation);
            var limits = casting.LimitsOf(await casting.ChooseAsync(project.Brief, cancellation), project.Brief);
            folders.WriteScript(project, await scripting.RewriteAsync(project.Brief, script, scene, limits, watcher, cancellation));
        }
    }

    /// <exception cref="MistakeException">Nobody wrote the script: it shows the user's pictures one after the other.</exception>
    public static void DemandWritten(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (project.Brief.Workflow == Workflow.Image2Video)
            throw Mistake.Input("script.of-pictures", "project", project.Name).AsException();
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
