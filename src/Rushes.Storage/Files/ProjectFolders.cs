using System.Globalization;
using System.Security.Cryptography;
using Rushes.Engine.Projects;
using Rushes.Engine.Writing.Social;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Storage.Files;

/// <summary>Projects as plain folders below the home's projects folder, or wherever the user put them.</summary>
public sealed class ProjectFolders(HomeFolder home, PostSheet posts, TimeProvider time) : IProjectFolders
{
    private const string ProjectFile = "project.json";
    private const string VariantFile = "script-";

    public Project Create(Brief brief, string title, string? folder)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var place = folder is null ? Fresh(title) : Path.GetFullPath(folder);
        try
        {
            if (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any())
                throw Mistake.Input("project.folder-in-use", "out", place).AsException();
            Directory.CreateDirectory(place);
            var project = new Project { Folder = place, Created = time.GetUtcNow(), Brief = brief };
            Directory.CreateDirectory(project.Takes);
            project = project with { Brief = Keep(project, brief) };
            Save(project);
            return project;
        }
        catch (UnauthorizedAccessException)
        {
            throw Mistake.Input("home.not-writable", "out", place).AsException();
        }
    }

    public Project Open(string nameOrFolder) => Read(Find(nameOrFolder), nameOrFolder);

    public Project OpenNamed(string name) => Read(Named(name), name);

    public void Save(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        AtomicFile.Write(Path.Combine(project.Folder, ProjectFile), ProjectJson.Write(project));
    }

    public Project KeepMusic(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (project.Brief.Music is not { } music || Path.GetDirectoryName(music) == project.Audio)
            return project;
        if (!File.Exists(music))
            throw Mistake.Input("project.music-missing", "music", music).AsException();

        // Named after what is in it: a film that is cut with the music before is not disturbed.
        using var content = File.OpenRead(music);
        var name = $"music-{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}{Path.GetExtension(music).ToLowerInvariant()}";
        Directory.CreateDirectory(project.Audio);
        var kept = Path.Combine(project.Audio, name);
        HalfFile.Make(kept, half => File.Copy(music, half));
        return project with { Brief = project.Brief with { Music = kept } };
    }

    public IReadOnlyList<Project> List()
    {
        if (!Directory.Exists(home.Projects))
            return [];
        var projects = new List<Project>();
        foreach (var folder in Directory.EnumerateDirectories(home.Projects).Where(IsProject))
        {
            try
            {
                projects.Add(Open(folder));
            }
            catch (MistakeException)
            {
                // A broken project is named when it is opened; it does not hide the others.
            }
        }

        return [.. projects.OrderByDescending(project => project.Created)];
    }

    public long SizeOf(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return new DirectoryInfo(project.Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
    }

    public void Remove(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        Directory.Delete(project.Folder, recursive: true);
    }

    public Script ReadScript(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (!File.Exists(project.ScriptFile))
            throw Mistake.Input("project.no-script", project.ScriptFile, project.Folder).AsException();
        return ScriptJson.Read(File.ReadAllText(project.ScriptFile), project.ScriptFile);
    }

    public void WriteScript(Project project, Script script)
    {
        ArgumentNullException.ThrowIfNull(project);
        AtomicFile.Write(project.ScriptFile, ScriptJson.Write(script));
        AtomicFile.Write(project.ScreenplayFile, Fountain.Write(script));
        if (posts.Write(script) is { } page)
            AtomicFile.Write(project.PostsFile, page);
        else
            File.Delete(project.PostsFile);
    }

    public IReadOnlyDictionary<int, Script> ReadVariants(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var variants = new SortedDictionary<int, Script>();
        if (!Directory.Exists(project.Variants))
            return variants;
        foreach (var file in Directory.EnumerateFiles(project.Variants, VariantFile + "*.json"))
        {
            if (!int.TryParse(Path.GetFileNameWithoutExtension(file)[VariantFile.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
                continue;
            try
            {
                variants[number] = ScriptJson.Read(File.ReadAllText(file), file);
            }
            catch (MistakeException)
            {
                // A broken one does not hide the others.
            }
        }

        return variants;
    }

    public void WriteVariant(Project project, int number, Script script)
    {
        Directory.CreateDirectory(project.Variants);
        AtomicFile.Write(VariantOf(project, number), ScriptJson.Write(script));
    }

    public void RemoveVariant(Project project, int number)
    {
        if (Directory.Exists(project.Variants))
            File.Delete(VariantOf(project, number));
    }

    private static string VariantOf(Project project, int number) => Path.Combine(project.Variants, string.Create(CultureInfo.InvariantCulture, $"{VariantFile}{number}.json"));

    private string? Find(string nameOrFolder)
    {
        if (string.IsNullOrWhiteSpace(nameOrFolder))
            return null;
        if (IsProject(Path.GetFullPath(nameOrFolder)))
            return Path.GetFullPath(nameOrFolder);

        return Named(nameOrFolder);
    }

    /// <summary>A name is a single folder below the projects; nothing else from the outside becomes a path there.</summary>
    private string? Named(string name) =>
        name.Length > 0 && Path.GetFileName(name) == name && name is not ("." or "..") && name.IndexOfAny(Path.GetInvalidFileNameChars()) < 0
            && IsProject(Path.Combine(home.Projects, name))
            ? Path.Combine(home.Projects, name)
            : null;

    private static Project Read(string? folder, string asked) => folder is null
        ? throw Mistake.Input("project.missing", "project", asked).AsException()
        : ProjectJson.Read(folder, File.ReadAllText(Path.Combine(folder, ProjectFile)));

    private static bool IsProject(string folder) => File.Exists(Path.Combine(folder, ProjectFile));

    private string Fresh(string title)
    {
        var slug = Slug.Of(title);
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
            var folder = Path.Combine(home.Projects, name);
            if (!Directory.Exists(folder))
                return folder;
        }
    }

    private static Brief Keep(Project project, Brief brief)
    {
        string Copy(string path, string folder, string name)
        {
            if (!File.Exists(path))
                throw Mistake.Input("project.picture-missing", path, path).AsException();
            Directory.CreateDirectory(folder);
            var kept = Path.Combine(folder, name + Path.GetExtension(path).ToLowerInvariant());
            File.Copy(path, kept, overwrite: true);
            return kept;
        }

        string Picture(string path, string kind, int index) =>
            Copy(path, project.Images, string.Create(CultureInfo.InvariantCulture, $"{kind}-{index + 1:00}"));

        return brief with
        {
            Music = brief.Music is null ? null : Copy(brief.Music, project.Audio, "music"),
            Pictures = [.. brief.Pictures.Select((picture, index) => picture with { Path = Picture(picture.Path, "image", index) })],
            Product = brief.Product is null ? null : brief.Product with
            {
                Images = [.. brief.Product.Images.Select((image, index) => Picture(image, "product", index))],
                People = [.. brief.Product.People.Select((person, index) => person with { Image = person.Image is null ? null : Picture(person.Image, "person", index) })],
            },
        };
    }
}
