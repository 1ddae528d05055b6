using System.CommandLine;
using System.Text.Json.Nodes;
using Rushes.Cli.Options;
using Rushes.Cli.Servers;
using Rushes.Engine.Making;
using Rushes.Engine.Texts;

namespace Rushes.Cli.Commands;

/// <summary>Goes on with what is unfinished.</summary>
internal static class ResumeCommand
{
    public static Command Create(CommandRunner run)
    {
        var id = Opt.One("run", "cli.arg-run");
        var wait = Opt.Text("--wait", "cli.opt-wait", "DURATION");
        var maxCost = Opt.Text("--max-cost", "cli.opt-max-cost", "X");
        var command = new Command("resume", Sentence.Of("cli.cmd-resume")) { id, wait, maxCost };
        run.Serve(command, async session =>
        {
            var wishes = new ShootingWishes(session.Parsed.Time(wait) ?? ShootingWishes.DefaultWait, (decimal?)session.Parsed.Number(maxCost, 0, 1e9)).Asking(session);
            var report = await session.Get<FilmMaker>().ResumeAsync(session.Parsed.GetValue(id), wishes, session.Console, session.Cancellation);
            if (report is not null)
                return FilmAnswer.Give(session, report);
            session.Answer(new { run = (string?)null }, Sentence.Of("film.nothing-unfinished"));
            return ExitCode.Done;
        }, async session =>
        {
            if (await ServerList.RunAsync(session, session.Parsed.GetValue(id)) is not var (_, project, after))
            {
                session.Answer(new { run = (string?)null }, Sentence.Of("film.nothing-unfinished"));
                return ExitCode.Done;
            }

            var request = new JsonObject
            {
                ["wait_seconds"] = (session.Parsed.Time(wait) ?? ShootingWishes.DefaultWait).TotalSeconds,
                ["max_cost"] = session.Parsed.Number(maxCost, 0, 1e9),
            };
            return await ServerWork.FollowAsync(session, await session.Line.BeginAsync($"projects/{Uri.EscapeDataString(project)}/resume", request, session.Cancellation), after);
        });
        return command;
    }
}
