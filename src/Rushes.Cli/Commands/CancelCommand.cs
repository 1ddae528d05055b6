using System.CommandLine;
using System.Text.Json.Nodes;
using Rushes.Cli.Options;
using Rushes.Cli.Servers;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Texts;
using Rushes.Film;

namespace Rushes.Cli.Commands;

/// <summary>Stops a run at once; what was accepted is kept for resume.</summary>
internal static class CancelCommand
{
    public static Command Create(CommandRunner run)
    {
        var id = Opt.One("run", "cli.arg-run");
        var command = new Command("cancel", Sentence.Of("cli.cmd-cancel")) { id };
        run.Serve(command, async session =>
        {
            var wanted = ProjectsCommand.Named(session, id, "run");
            var takes = await session.Get<IRunBook>().CancelAsync(wanted, session.Cancellation)
                ?? throw Mistake.Input("film.no-run", "run", wanted).AsException();
            session.Answer(new { run = wanted, cancelled = takes }, Sentence.Of("film.run-cancelled", wanted, takes));
            return ExitCode.Done;
        }, async session =>
        {
            var (wanted, project, _) = (await ServerList.RunAsync(session, ProjectsCommand.Named(session, id, "run")))!.Value;
            var stopped = await session.Line.PostAsync($"projects/{Uri.EscapeDataString(project)}/stop", new JsonObject { ["cancel"] = true }, session.Cancellation);
            var cancelled = stopped["scenes"]!.AsArray().Sum(scene => scene!["takes"]!.AsArray().Count(take => (string?)take!["state"] == "cancelled" && (string?)take["run"] == wanted));
            session.Answer(new { run = wanted, cancelled }, Sentence.Of("film.run-cancelled", wanted, cancelled));
            return ExitCode.Done;
        });
        return command;
    }
}
