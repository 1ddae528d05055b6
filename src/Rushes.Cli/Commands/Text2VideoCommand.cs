using System.CommandLine;
using Rushes.Cli.Options;
using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Briefs;

namespace Rushes.Cli.Commands;

/// <summary>An idea, or a script, becomes a film.</summary>
internal static class Text2VideoCommand
{
    public static Command Create(CommandRunner run)
    {
        var idea = Opt.One("idea", "cli.arg-idea");
        var script = Opt.Text("--script", "cli.opt-script", "FILE");
        var place = Opt.Text("--out", "cli.opt-out", "DIR");
        var dryRun = Opt.Flag("--dry-run", "cli.opt-dry-run");
        var options = new FilmOptions();
        var command = new Command("text2video", Sentence.Of("cli.cmd-text2video")) { idea, script, place, dryRun };
        foreach (var option in options.All)
            command.Options.Add(option);
        FilmBatch.Serve(run, command, async session =>
        {
            var parsed = session.Parsed;
            var given = parsed.GetValue(idea);
            var written = parsed.ExistingFile(script) is { } file ? await ScriptFile.ReadAsync(file, session.Cancellation) : null;
            if (given is not null && written is not null)
                throw Mistake.Input("cli.not-both", "idea", "IDEA", "--script").AsException();
            if (given is null && written is null)
                throw Mistake.Input("cli.one-of", "idea", "IDEA", "--script").AsException();
            var brief = options.Read(parsed, Workflow.Text2Video, given ?? written!.Title);
            if (written is not null)
            {
                // The script knows its own length and language.
                brief = brief with { Duration = Math.Clamp(written.Duration, BriefRules.ShortestFilm, BriefRules.LongestFilm), Language = brief.Language ?? written.Language };
            }

            return new FilmWish(brief, written, parsed.GetValue(place), options.Wishes(parsed), parsed.GetValue(dryRun));
        });
        return command;
    }
}
