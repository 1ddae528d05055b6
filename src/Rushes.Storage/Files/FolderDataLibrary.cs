using Rushes.Engine.Library;
using Rushes.Engine.Projects;
using Rushes.Film;

namespace Rushes.Storage.Files;

/// <summary>The data library on disk: the product's <c>data/</c> folder, with the user's own laid over it.</summary>
public sealed class FolderDataLibrary : IDataLibrary, IOwnData
{
    private readonly string _builtIn;
    private readonly string? _own;

    /// <param name="builtIn">Absolute path of the product's <c>data/</c> folder.</param>
    /// <param name="own">Absolute path of the home's <c>data/</c> folder, which need not exist; null when there is none.</param>
    public FolderDataLibrary(string builtIn, string? own)
    {
        _builtIn = Path.GetFullPath(builtIn);
        _own = own is null ? null : Path.GetFullPath(own);
    }

    public IReadOnlyList<string> Names(string folder, string ending)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var root in Roots())
        {
            var directory = Inside(root, folder);
            if (directory is null || !Directory.Exists(directory))
                continue;
            foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
            {
                if (file.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && !HalfFile.Is(file))
                    names.Add(Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'));
            }
        }

        return [.. names];
    }

    public bool Has(string name) => Find(name) is not null;

    public string PathOf(string name) => Find(name) ?? throw new FileNotFoundException("No data file has this name.", name);

    public string? BuiltInPathOf(string name) => Inside(_builtIn, name) is { } path && File.Exists(path) ? path : null;

    public string PlaceOf(string name) => _own is not null && Inside(_own, name) is { } path && path != _own
        ? path
        : throw new ArgumentException("A name of the user's own file stays in the user's folder.", nameof(name));

    public string? Read(string name)
    {
        var path = Unlinked(name);
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw Mistake.Input("data.not-readable", "id", path).AsException();
        }
    }

    public void Write(string name, string text) => Change(Unlinked(name), path =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, text);
    });

    public void Remove(string name) => Change(Unlinked(name), path =>
    {
        if (File.Exists(path))
            File.Delete(path);
    });

    private static void Change(string path, Action<string> change)
    {
        try
        {
            change(path);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException && !FullDisk.Is(refused))
        {
            throw Mistake.Input("data.not-writable", "id", path).AsException();
        }
    }

    /// <summary>Whoever changes files from a distance does not reach through links; the user's own folder may be one.</summary>
    /// <exception cref="MistakeException">A link is on the way.</exception>
    private string Unlinked(string name)
    {
        var path = PlaceOf(name);
        for (var part = path; part != _own; part = Path.GetDirectoryName(part)!)
        {
            if (new FileInfo(part).LinkTarget is not null)
                throw Mistake.Input("data.linked", "id", name).AsException();
        }

        return path;
    }

    private string? Find(string name) => Roots().Select(root => Inside(root, name)).FirstOrDefault(path => path is not null && File.Exists(path));

    private IEnumerable<string> Roots() => _own is null ? [_builtIn] : [_own, _builtIn];

    /// <summary>A name never leads out of its folder, whatever a file or a user wrote into it.</summary>
    private static string? Inside(string root, string name)
    {
        if (Path.IsPathRooted(name) || name.Contains('\0', StringComparison.Ordinal))
            return null;
        var path = Path.GetFullPath(Path.Combine(root, name));
        return path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || path == root ? path : null;
    }
}
