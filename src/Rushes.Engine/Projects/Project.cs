using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Projects;

/// <summary>One film: what was asked for and what the user chose since. Kept in <c>project.json</c> of its folder.</summary>
public sealed record Project
{
    public const string Format = "rushes-project/1";

    /// <summary>Absolute folder.</summary>
    public required string Folder { get; init; }

    public required DateTimeOffset Created { get; init; }
    public required Brief Brief { get; init; }

    /// <summary>The take that the user picked for a scene, by scene number.</summary>
    public IReadOnlyDictionary<int, int> Picks { get; init; } = new Dictionary<int, int>();

    /// <summary>Who translated the film's prompts for models of few languages, and what that took so far; null: nobody was asked.</summary>
    public Authorship? Translation { get; init; }

    /// <summary>The highest number that a removed variant of the script had; 0: none was removed. A number means one script only.</summary>
    public int LastVariant { get; init; }

    public string Name => Path.GetFileName(Folder);
    public string ProjectFile => Path.Combine(Folder, "project.json");
    public string ScriptFile => Path.Combine(Folder, "script.json");
    public string ScreenplayFile => Path.Combine(Folder, "script.fountain");
    /// <summary>What to post with the film.</summary>
    public string PostsFile => Path.Combine(Folder, "posts.md");

    /// <summary>Other scripts of the film, to choose from.</summary>
    public string Variants => Path.Combine(Folder, "variants");

    public string Takes => Path.Combine(Folder, "takes");
    public string Images => Path.Combine(Folder, "images");
    public string Audio => Path.Combine(Folder, "audio");

    /// <summary>Spoken lines, each in its own file.</summary>
    public string Lines => Path.Combine(Audio, "lines");

    public string FilmFile => Path.Combine(Folder, "film.mp4");

    public Project WithPick(int scene, int take) => this with { Picks = new Dictionary<int, int>(Picks) { [scene] = take } };
}
