using System.CommandLine;
using Rushes.Cli.Servers;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Texts;
using Rushes.Film.Takes;

namespace Rushes.Cli.Commands;

/// <summary>Lists the runs, and what of them waits for the user.</summary>
internal static class RunsCommand
{
    public static Command Create(CommandRunner run)
    {
        var command = new Command("runs", Sentence.Of("cli.cmd-runs"));
        run.Serve(command, async session =>
        {
            var books = session.Get<IRunBook>();
            var runs = await books.RunsAsync(session.Cancellation);
            var rows = new List<(RunSheet Run, IReadOnlyList<TakeSheet> Takes)>();
            foreach (var sheet in runs)
                rows.Add((sheet, await books.TakesAsync(sheet.Id, session.Cancellation)));
            session.Answer(
                new
                {
                    runs = rows.Select(row => new
                    {
                        Run = row.Run.Id,
                        row.Run.Project,
                        row.Run.Title,
                        row.Run.State,
                        row.Run.CreatedAt,
                        row.Run.Film,
                        Takes = row.Takes.Select(take => new
                        {
                            take.Scene,
                            take.Take,
                            take.State,
                            Account = take.AccountName,
                            Clip = take.Clip?.Path,
                            take.Attempts,
                            Error = ErrorOf(take),
                        }),
                    }),
                },
                rows.SelectMany(Lines));
            return ExitCode.Done;
        }, ServerList.Of("runs", static run => $"{((bool)run["cut"]! ? "■" : "□")} {run["run"]}  {(DateTimeOffset)run["created_at"]!:g}  {run["ready"]}/{run["total"]}  {run["title"]}"));
        return command;
    }

    private static IEnumerable<string> Lines((RunSheet Run, IReadOnlyList<TakeSheet> Takes) row)
    {
        var ready = row.Takes.Count(take => take.State == TakeState.Ready);
        yield return $"{(row.Run.Film is null ? "□" : "■")} {row.Run.Id}  {row.Run.CreatedAt.LocalDateTime:g}  {ready}/{row.Takes.Count}  {row.Run.Title}";
        foreach (var take in row.Takes.Where(take => take.State is TakeState.Unknown or TakeState.Blocked or TakeState.Failed))
            yield return $"    {Sentence.Of(take.Scene == FiledTake.NoScene ? "film.removed-scene-state" : "film.scene-state", take.Scene, Sentence.Of($"film.state-{Consoles.PlainConsole.StateKey(take.State)}"), ErrorOf(take))}";
        if (row.Takes.Any(take => take.State == TakeState.Unknown))
            yield return $"    {Sentence.Of("film.unknown-choices", row.Run.Id)}";
    }

    private static string? ErrorOf(TakeSheet take) => take.State == TakeState.Ready || take.Trouble is not { } trouble
        ? null
        : Sentence.Of($"shooting.trouble-{trouble.Code}", trouble.Words).TrimEnd(' ', ':');
}
