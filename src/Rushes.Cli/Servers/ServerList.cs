using System.Text.Json.Nodes;
using Rushes.Cli.Commands;
using Rushes.Film;

namespace Rushes.Cli.Servers;

/// <summary>Lists of a running studio, and its runs by their ids.</summary>
internal static class ServerList
{
    /// <summary>A command that shows a list as the studio has it.</summary>
    /// <param name="path">Below <c>/api/v1</c>; also what the list is called.</param>
    public static Func<ServerSession, Task<int>> Of(string path, Func<JsonNode, string> line) => async session =>
    {
        var list = (await session.Line.GetAsync(path, session.Cancellation)).AsArray();
        session.Answer(new JsonObject { [path] = list }, list.Select(row => line(row!)));
        return ExitCode.Done;
    };

    /// <summary>The project of a run, and the run's newest event.</summary>
    /// <param name="run">Null: the newest that was not cut.</param>
    /// <returns>Null when none is named and none is unfinished.</returns>
    /// <exception cref="MistakeException">There is no such run.</exception>
    public static async Task<(string Run, string Project, string After)?> RunAsync(ServerSession session, string? run)
    {
        var runs = (await session.Line.GetAsync("runs", session.Cancellation)).AsArray();
        var found = runs.FirstOrDefault(row => run is null ? !(bool)row!["cut"]! && (string?)row["state"] != "cancelled" : (string?)row!["run"] == run);
        if (found is null)
            return run is null ? null : throw Mistake.Input("film.no-run", "run", run).AsException();
        var id = (string)found["run"]!;
        return (id, (string)found["project"]!, FormattableString.Invariant($"{id}/{(long)found["events"]!}"));
    }
}
