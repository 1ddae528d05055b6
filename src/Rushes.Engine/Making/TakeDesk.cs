using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Film;
using Rushes.Film.Takes;

namespace Rushes.Engine.Making;

/// <summary>Chooses among takes.</summary>
public sealed class TakeDesk(IProjectFolders folders, IRunBook books)
{
    /// <summary>From now on the take stands for its scene.</summary>
    /// <returns>The project with the pick.</returns>
    /// <exception cref="MistakeException">The scene has no takes, or the take is not ready.</exception>
    public async Task<Project> PickAsync(Project project, int scene, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var takes = await books.TakesOfSceneAsync(project.Folder, scene, cancellation);
        if (takes.Count == 0)
            throw Mistake.Input("project.no-scene", "scene", project.Name, scene).AsException();
        var ready = takes.Where(sheet => sheet.State == TakeState.Ready).Select(sheet => sheet.Take).ToList();
        if (!ready.Contains(take))
            throw Mistake.Input("project.no-take", "take", scene, take, ready.Count > 0 ? string.Join(", ", ready) : "–").AsException();
        var picked = project.WithPick(scene, take);
        folders.Save(picked);
        return picked;
    }
}
