using Rushes.Engine.Library;

namespace Rushes.Tests.Cutting;

/// <summary>The data files as they stand in the repository.</summary>
internal sealed class RepositoryData : IDataLibrary
{
    private static readonly Lazy<string> Root = new(() =>
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rushes.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Rushes.slnx");
        return Path.Combine(folder, "data");
    });

    public IReadOnlyList<string> Names(string folder, string ending) =>
    [
        .. Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root.Value, file).Replace('\\', '/'))
            .Where(name => name.EndsWith(ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public bool Has(string name) => File.Exists(PathOf(name));

    public string PathOf(string name) => Path.Combine(Root.Value, name);

    public string? BuiltInPathOf(string name) => Has(name) ? PathOf(name) : null;
}
