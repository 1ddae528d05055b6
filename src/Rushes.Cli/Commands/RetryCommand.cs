using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Rushes.Cli.Options;
using Rushes.Cli.Servers;
using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Film;

namespace Rushes.Cli.Commands;

/// <summary>Films scenes of a run again as new takes, or settles takes that are unknown.</summary>
internal static class RetryCommand
{
    public static Command Create(CommandRunner run)
    {
        var id = Opt.One("run", "cli.arg-run");
        var scene = Opt.Text("--scene", "cli.opt-scene", "N");
        var account = Opt.Text("--account", "cli.opt-account", "NAME");
        var seed = Opt.Text("--seed", "cli.opt-seed", "N");
        var again = Opt.Flag("--submit-again", "cli.opt-submit-again");
        var check = Opt.Flag("--check-again", "cli.opt-check-again");
        var maxCost = Opt.Text("--max-cost", "cli.opt-max-cost", "X");
        var wait = Opt.Text("--wait", "cli.opt-wait", "DURATION");
        var command = new Command("retry", Sentence.Of("cli.cmd-retry")) { id, scene, account, seed, again, check, maxCost, wait };
        run.Serve(command, async session =>
        {
            var parsed = session.Parsed;
            DemandOneChoice(parsed);
            var request = new RetryRequest(
                parsed.GetValue(id),
                (int?)parsed.Whole(scene, 1, int.MaxValue),
                parsed.GetValue(account),
                parsed.Whole(seed, 0, long.MaxValue),
                SubmitUnknownAgain: parsed.GetValue(again),
                CheckUnknownAgain: parsed.GetValue(check));
            var wishes = new ShootingWishes(parsed.Time(wait) ?? ShootingWishes.DefaultWait, (decimal?)parsed.Number(maxCost, 0, 1e9)).Asking(session);
            return FilmAnswer.Give(session, await session.Get<FilmMaker>().RetryAsync(request, wishes, session.Console, session.Cancellation));
        }, async session =>
        {
            var parsed = session.Parsed;
            DemandOneChoice(parsed);
            var (_, project, after) = (await ServerList.RunAsync(session, ProjectsCommand.Named(session, id, "run")))!.Value;
            var at = $"projects/{Uri.EscapeDataString(project)}";
            if (parsed.GetValue(again) || parsed.GetValue(check))
            {
                var settled = parsed.Whole(scene, 1, int.MaxValue) is { } one ? string.Create(CultureInfo.InvariantCulture, $"{at}/scenes/{one}/unknown") : $"{at}/unknown";
                var choice = new JsonObject
                {
                    ["choice"] = parsed.GetValue(again) ? "submit_again" : "check",
                    ["max_cost"] = parsed.Number(maxCost, 0, 1e9),
                    ["wait_seconds"] = parsed.Time(wait)?.TotalSeconds,
                };
                return await ServerWork.FollowAsync(session, await session.Line.BeginAsync(settled, choice, session.Cancellation), after);
            }

            var request = new JsonObject
            {
                ["scene"] = parsed.Whole(scene, 1, int.MaxValue),
                ["account"] = parsed.GetValue(account),
                ["seed"] = parsed.Whole(seed, 0, long.MaxValue),
                ["max_cost"] = parsed.Number(maxCost, 0, 1e9),
                ["wait_seconds"] = parsed.Time(wait)?.TotalSeconds,
            };
            return await ServerWork.FollowAsync(session, await session.Line.BeginAsync($"{at}/retry", request, session.Cancellation), after);
        });
        return command;

        void DemandOneChoice(ParseResult parsed)
        {
            if (parsed.GetValue(again) && parsed.GetValue(check))
                throw Mistake.Input("cli.not-both", "submit-again", "--submit-again", "--check-again").AsException();
        }
    }
}
