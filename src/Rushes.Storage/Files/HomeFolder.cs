using Rushes.Film;

namespace Rushes.Storage.Files;

/// <summary>Where Rushes keeps its things: the store, caches, the user's own data files, and the projects.</summary>
/// <param name="Root">Absolute folder.</param>
/// <param name="Projects">Absolute folder of the project folders.</param>
public sealed record HomeFolder(string Root, string Projects)
{
    private const string Name = "Rushes";

    public string Store => Path.Combine(Root, "rushes.db");

    public string Cache => Path.Combine(Root, "cache");

    /// <summary>Data files that win over the built-in ones.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The user's Piper voices.</summary>
    public string Voices => Path.Combine(Root, "voices");

    public string Logs => Path.Combine(Root, "logs");

    /// <summary>What opens the sealed credentials, where no key store of the system does: away from the store's file, so that a copy of that is useless.</summary>
    public string Keys { get; init; } = Path.Combine(Root, "keys");

    /// <summary>Operations of the built-in animatic.</summary>
    public string Animatic => Path.Combine(Root, "animatic");

    /// <summary>
    /// The given home with everything under it, else <c>RUSHES_HOME</c>, else the platform's folder for application data with projects in the user's
    /// Videos folder.
    /// </summary>
    /// <param name="given">The value of <c>--home</c>.</param>
    /// <param name="environment">Looks up an environment variable.</param>
    /// <exception cref="MistakeException">This system names no folder, or the home cannot be written to.</exception>
    public static HomeFolder Open(string? given, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var home = Find(given, environment);
        home.CheckWritable();
        return home;
    }

    private static HomeFolder Find(string? given, Func<string, string?> environment)
    {
        if (given is null && environment("RUSHES_HOME") is { Length: > 0 } set)
            given = set;
        if (given is not null)
        {
            if (string.IsNullOrWhiteSpace(given))
                throw Mistake.Input("home.empty", "home").AsException();
            var root = Path.GetFullPath(given);
            return new HomeFolder(root, Path.Combine(root, "projects"));
        }

        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var videos = Environment.GetFolderPath(Environment.SpecialFolder.MyVideos, Environment.SpecialFolderOption.DoNotVerify);
        if (!Path.IsPathRooted(data))
            throw Mistake.Input("home.unknown", "home").AsException();
        var own = Path.Combine(data, Name);
        var settings = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var folder = new HomeFolder(own, Path.IsPathRooted(videos) ? Path.Combine(videos, Name) : Path.Combine(own, "projects"));
        return Path.IsPathRooted(settings) ? folder with { Keys = Path.Combine(settings, Name, "keys") } : folder;
    }

    private void CheckWritable()
    {
        foreach (var folder in new[] { Root, Projects })
        {
            try
            {
                Directory.CreateDirectory(folder);
                var probe = Path.Combine(folder, $".write-{Guid.NewGuid():N}");
                using (File.Create(probe, 1, FileOptions.DeleteOnClose))
                {
                }
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw Mistake.Input("home.not-writable", "home", folder).AsException();
            }
        }
    }
}
