using System.CommandLine;
using System.Text.Json.Nodes;
using Rushes.Cli.Options;
using Rushes.Cli.Servers;
using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Briefs;

namespace Rushes.Cli.Commands;

/// <summary>Assembles a film again, after picks or edits.</summary>
internal static class CutCommand
{
    private const string Without = "none";

    public static Command Create(CommandRunner run)
    {
        var name = Opt.One("project", "cli.arg-project");
        var partial = Opt.Flag("--partial", "cli.opt-partial");
        var captions = Opt.Text("--captions", "cli.opt-captions", "MODE");
        var transition = Opt.Text("--transition", "cli.opt-transition", "NAME");
        var voice = Opt.Text("--voice", "cli.opt-voice", "VOICE");
        var music = Opt.Text("--music", "cli.opt-cut-music", "FILE");
        var sound = Opt.Text("--sound", "cli.opt-sound", "MODE");
        var maxCost = Opt.Text("--max-cost", "cli.opt-max-cost", "X");
        var command = new Command("cut", Sentence.Of("cli.cmd-cut")) { name, partial, captions, transition, voice, music, sound, maxCost };
        run.Serve(command, async session =>
        {
            var parsed = session.Parsed;
            var project = session.Get<IProjectFolders>().Open(ProjectsCommand.Named(session, name, "project"));
            var brief = project.Brief;
            brief = brief with
            {
                Captions = (Captions?)parsed.Choice(captions, "burn", "soft", "none") ?? brief.Captions,
                Transition = parsed.GetValue(transition) ?? brief.Transition,
                Voice = parsed.GetValue(voice) ?? brief.Voice,
                Music = parsed.GetValue(music) == Without ? null : parsed.ExistingFile(music) ?? brief.Music,
                Sound = (Sound?)parsed.Choice(sound, "clip", "voices", "mix") ?? brief.Sound,
            };
            var wishes = (ShootingWishes.Default with { MaxCost = (decimal?)parsed.Number(maxCost, 0, 1e9) }).Asking(session);
            var (maker, changed) = (session.Get<FilmMaker>(), project with { Brief = brief });
            var report = brief == project.Brief
                ? await maker.CutAsync(changed, parsed.GetValue(partial), wishes, session.Console, session.Cancellation)
                : await maker.RecutAsync(changed, parsed.GetValue(partial), wishes, session.Console, session.Cancellation);
            return FilmAnswer.Give(session, report);
        }, async session =>
        {
            var parsed = session.Parsed;
            var project = Uri.EscapeDataString(ProjectsCommand.Named(session, name, "project"));
            var request = new JsonObject
            {
                ["partial"] = parsed.GetValue(partial),
                ["captions"] = parsed.Choice(captions, "burn", "soft", "none") is { } shown ? ((Captions)shown).ToString().ToLowerInvariant() : null,
                ["transition"] = parsed.GetValue(transition),
                ["voice"] = parsed.GetValue(voice),
                ["music"] = parsed.GetValue(music) == Without ? "" : parsed.ExistingFile(music) is { } file ? await session.Line.UploadAsync(file, session.Cancellation) : null,
                ["max_cost"] = parsed.Number(maxCost, 0, 1e9),
                ["sound"] = parsed.Choice(sound, "clip", "voices", "mix") is { } mode ? ((Sound)mode).ToString().ToLowerInvariant() : null,
            };
            var run = (await session.Line.GetAsync($"projects/{project}", session.Cancellation))["run"];
            var after = run is null ? null : FormattableString.Invariant($"{(string)run["run"]!}/{(long)run["events"]!}");
            return await ServerWork.FollowAsync(session, await session.Line.BeginAsync($"projects/{project}/cut", request, session.Cancellation), after);
        });
        return command;
    }
}
