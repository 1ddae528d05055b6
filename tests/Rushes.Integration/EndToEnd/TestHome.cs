using System.Text;

namespace Rushes.Integration.EndToEnd;

/// <summary>A home of its own for one test, and the program that works in it. The person's own folders are never touched.</summary>
public sealed class TestHome : IDisposable
{
    private const string Mark = "RUSHES_TEST_HOME";
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("rushes-e2e-");

    public TestHome()
    {
        Home = this["home"];
        Environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [Mark] = Root,
            ["HOME"] = Directory.CreateDirectory(this["person"]).FullName,
            ["TMPDIR"] = Directory.CreateDirectory(this["tmp"]).FullName,
            ["RUSHES_LANGUAGE"] = "en",
            ["RUSHES_HOME"] = null,
            ["XDG_DATA_HOME"] = null,
            ["XDG_VIDEOS_DIR"] = null,
            // The runtime's own sockets would lie in TMPDIR after a kill.
            ["DOTNET_EnableDiagnostics"] = "0",
        };
    }

    public string Root => _root.FullName;

    /// <summary>What <c>--home</c> says.</summary>
    public string Home { get; init; }

    public string Projects => Path.Combine(Home, "projects");

    /// <summary>Variables of the program; null removes one.</summary>
    public Dictionary<string, string?> Environment { get; }

    /// <summary>A file beside the home.</summary>
    public string this[string name] => Path.Combine(Root, name);

    public RushesProcess Start(params IReadOnlyList<string> arguments) => RushesProcess.Start(["--home", Home, .. arguments], Environment, Root);

    /// <summary>Runs a command exactly as given: no home is added.</summary>
    public async Task<Answer> RunBareAsync(params IReadOnlyList<string> arguments)
    {
        using var process = RushesProcess.Start(arguments, Environment, Root);
        return await process.EndAsync();
    }

    public async Task<Answer> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var process = Start(arguments);
        return await process.EndAsync();
    }

    /// <summary>Runs a command for a program that reads its JSON.</summary>
    public Task<Answer> AskAsync(params IReadOnlyList<string> arguments) => RunAsync(["--json", .. arguments]);

    /// <summary>Writes a file beside the home.</summary>
    public string Write(string name, string content)
    {
        File.WriteAllText(this[name], content);
        return this[name];
    }

    /// <summary>Every file below a folder with its content's digest and its time.</summary>
    public static IReadOnlyList<string> Inventory(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder, file)} {FileFacts.Of(file)}"),
    ];

    /// <summary>Programs that this home's commands started and that still run, whatever they are and whoever is their parent now.</summary>
    public IReadOnlyList<string> LeftBehind()
    {
        var mark = $"{Mark}={Root}\0";
        var left = new List<string>();
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit)))
        {
            try
            {
                if (Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(process, "environ"))).Contains(mark, StringComparison.Ordinal))
                    left.Add(File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' '));
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile, or belongs to somebody else.
            }
        }

        return left;
    }

    public void Dispose()
    {
        try
        {
            _root.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A process that a failed test left behind may still write there; the failure itself is what counts.
        }
    }
}
