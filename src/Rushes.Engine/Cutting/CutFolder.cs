using System.Collections.Concurrent;
using Rushes.Engine.Projects;

namespace Rushes.Engine.Cutting;

/// <summary>
/// What the cut of a project has made so far (<c>.cut</c> in the project's folder). Every file is named after the digest of what it was made from, so it is made
/// once; it grows under another name, so half a file is never taken for a whole one.
/// </summary>
internal sealed class CutFolder(string project, Workbench bench)
{
    private readonly ConcurrentDictionary<string, byte> _used = new(StringComparer.Ordinal);

    public Workbench Bench { get; } = bench;
    public string Root { get; } = Path.Combine(project, ".cut");

    /// <summary>The file of this name, made first when it is not there.</summary>
    /// <param name="name">Such as <c>clips/0123.mp4</c>.</param>
    /// <param name="make">Writes to the path that it is given.</param>
    public async Task<string> OnceAsync(string name, Func<string, Task> make, CancellationToken cancellation)
    {
        var path = PathOf(name);
        using var place = await Bench.TakeAsync(path, cancellation);
        if (File.Exists(path))
            return path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await HalfFile.MakeAsync(path, make);
        return path;
    }

    /// <summary>Where a file is or would be; it is remembered as used.</summary>
    public string PathOf(string name)
    {
        _used.TryAdd(name, 0);
        return Path.Combine(Root, name);
    }

    /// <summary>Removes what this cut did not use and what is older than the moment given: takes that were replaced.</summary>
    public void Tidy(DateTimeOffset olderThan)
    {
        if (!Directory.Exists(Root))
            return;
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Root, file).Replace('\\', '/');
            if (!_used.ContainsKey(name) && File.GetLastWriteTimeUtc(file) < olderThan.UtcDateTime)
                File.Delete(file);
        }
    }
}
