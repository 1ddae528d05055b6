using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Projects;

/// <summary>The project folders of this home. Every write is whole or not at all.</summary>
public interface IProjectFolders
{
    /// <summary>Makes a folder for a new film and copies the brief's pictures and music into it.</summary>
    /// <param name="folder">Absolute folder that the user named; null makes one from the title.</param>
    /// <exception cref="MistakeException">The folder holds something else or cannot be written.</exception>
    Project Create(Brief brief, string title, string? folder);

    /// <summary>Opens a project by folder or by name.</summary>
    /// <exception cref="MistakeException">There is none, or its file is broken.</exception>
    Project Open(string nameOrFolder);

    /// <summary>Opens a project by its own name alone: nothing else is taken for a path, so that a name may come from anywhere.</summary>
    /// <exception cref="MistakeException">There is none of this name.</exception>
    Project OpenNamed(string name);

    void Save(Project project);

    /// <summary>Copies the music of a project's brief into its folder, if it lies elsewhere; what lies there already is not touched.</summary>
    /// <returns>The project with its own copy; not saved yet.</returns>
    /// <exception cref="MistakeException">There is no such file.</exception>
    Project KeepMusic(Project project);

    /// <summary>All projects, the newest first; folders that are no projects are left out.</summary>
    IReadOnlyList<Project> List();

    /// <summary>Bytes that <see cref="Remove"/> would free.</summary>
    long SizeOf(Project project);

    void Remove(Project project);

    /// <exception cref="MistakeException">The script is missing or broken.</exception>
    Script ReadScript(Project project);

    /// <summary>Other scripts of the film that are kept beside its own, by number; those that are broken are left out.</summary>
    IReadOnlyDictionary<int, Script> ReadVariants(Project project);

    /// <summary>Keeps another script of the film as <c>variants/script-NUMBER.json</c>.</summary>
    void WriteVariant(Project project, int number, Script script);

    /// <summary>Does nothing where there is none of this number.</summary>
    void RemoveVariant(Project project, int number);

    /// <summary>Writes <c>script.json</c>, the same as a screenplay, and its posts as a page to copy from.</summary>
    void WriteScript(Project project, Script script);
}
