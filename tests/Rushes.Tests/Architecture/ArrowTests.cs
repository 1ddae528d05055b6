using System.Reflection;

namespace Rushes.Tests.Architecture;

/// <summary>Film &lt;- Engine &lt;- {Providers, Storage} &lt;- Cli, and only these; the Studio knows the Engine alone, and the Cli opens it.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Rushes.Film"] = [],
        ["Rushes.Engine"] = ["Rushes.Film"],
        ["Rushes.Providers"] = ["Rushes.Film", "Rushes.Engine"],
        ["Rushes.Storage"] = ["Rushes.Film", "Rushes.Engine"],
        ["Rushes.FakeProviders"] = [],
        ["Rushes.Studio"] = ["Rushes.Film", "Rushes.Engine"],
        ["rushes"] = ["Rushes.Film", "Rushes.Engine", "Rushes.Providers", "Rushes.Storage", "Rushes.Studio", "Rushes.FakeProviders"],
    };

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_only_knows_the_rooms_before_it(string room)
    {
        var known = Assembly.Load(room).GetReferencedAssemblies().Select(name => name.Name!).Where(Allowed.ContainsKey);
        Assert.Empty(known.Except(Allowed[room]));
    }

    [Fact]
    public void A_film_needs_nothing_but_the_framework()
    {
        var strangers = typeof(Film.Mistake).Assembly.GetReferencedAssemblies()
            .Where(name => !name.Name!.StartsWith("System", StringComparison.Ordinal) && name.Name != "netstandard");
        Assert.Empty(strangers);
    }

    [Fact]
    public void A_film_touches_no_file_and_no_network()
    {
        string[] outside = ["System.Net.Http", "System.IO.FileSystem", "System.Diagnostics.Process", "System.Net.Sockets"];
        Assert.Empty(typeof(Film.Mistake).Assembly.GetReferencedAssemblies().Select(name => name.Name!).Intersect(outside));
    }
}
