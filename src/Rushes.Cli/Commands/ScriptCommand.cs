using System.CommandLine;
using System.Globalization;
using Rushes.Cli.Options;
using Rushes.Engine.Making;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Checking;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Products;
using Rushes.Film.Scripts;

namespace Rushes.Cli.Commands;

/// <summary>Writes a script only, or several to choose from; lays scripts side by side, takes scenes from them, notes what they earned.</summary>
internal static class ScriptCommand
{
    private const int MostVariants = 9;

    public static Command Create(CommandRunner run)
    {
        var idea = Opt.One("idea", "cli.arg-idea");
        var kind = Opt.Text("--kind", "cli.opt-kind", "KIND");
        var variants = Opt.Text("--variants", "cli.opt-variants", "N");
        var target = Opt.Text("--out", "cli.opt-out-file", "FILE");
        var options = new FilmOptions();
        var command = new Command("script", Sentence.Of("cli.cmd-script"))
        {
            idea, kind, variants, target, ScriptVariantsCommands.Compare(run), ScriptVariantsCommands.Take(run), ScriptVariantsCommands.Result(run),
        };
        foreach (var option in options.OfScript)
            command.Options.Add(option);
        command.Options.Add(options.OfMoney);
        run.Serve(command, async session =>
        {
            var parsed = session.Parsed;
            var file = Reading.FullPath(parsed.GetValue(target) ?? throw Mistake.Input("cli.value-missing", "out", "--out").AsException(), "--out");
            var given = ProjectsCommand.Named(session, idea, "idea");
            var brief = options.Read(parsed, Workflow.Text2Video, given);
            if (parsed.Choice(kind, "story", "sales") == 1)
                brief = brief with { Workflow = Workflow.SalesVideo, Product = new Product { Name = given } };
            var count = (int)(parsed.Whole(variants, 1, MostVariants) ?? 1);
            await session.Get<FilmPlanner>().AgreeToScriptsAsync(brief, [.. Enumerable.Range(0, count)], options.Wishes(parsed).Asking(session), session.Cancellation);
            return count == 1 ? await WriteAsync(session, brief, file) : await WriteSeveralAsync(session, brief, count, file);
        });
        return command;
    }

    /// <summary>The script's file and what a person should look at in it.</summary>
    public static int Answer(CommandSession session, Script script, IReadOnlyList<ScriptWarning> warnings, string file)
    {
        session.Answer(
            new { script = file, warnings = warnings.Select(warning => new { warning.Scene, warning.Kind, warning.Text, warning.Words, Suggestion = warning.Suggestion?.Diff }) },
            [Sentence.Of("film.script", script.Title, script.Scenes.Count, script.Duration), .. warnings.Select(warning => warning.Line), file]);
        return ExitCode.Done;
    }

    private static async Task<int> WriteAsync(CommandSession session, Brief brief, string file)
    {
        var scripting = session.Get<Scripting>();
        var settled = scripting.Settle(brief);
        var limits = await LimitsAsync(session, settled);
        var script = await scripting.WriteAsync(settled, limits, 0, session.Console, session.Cancellation);
        ScriptFile.Write(script, file);
        return Answer(session, script, scripting.Look(script, settled, limits.Prompt), file);
    }

    private static async Task<int> WriteSeveralAsync(CommandSession session, Brief brief, int count, string file)
    {
        var scripting = session.Get<Scripting>();
        var settled = scripting.Settle(brief);
        var limits = await LimitsAsync(session, settled);
        var written = new List<Variant>();
        for (var variant = 0; variant < count; variant++)
        {
            var script = await scripting.WriteAsync(settled, limits, variant, session.Console, session.Cancellation);
            var name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}-{variant + 1}{Path.GetExtension(file)}");
            var own = Path.Combine(Path.GetDirectoryName(file)!, name);
            ScriptFile.Write(script, own);
            written.Add(new(own, scripting.Score(script, settled), null));
        }

        session.Answer(
            new { variants = written.Select(one => new { one.File, Score = one.Score.Value, one.Score.Reasons }) },
            [.. Variant.SideBySide(written), Sentence.Of("script.variants-next", Path.GetFileName(written[0].File), Path.GetFileName(written[1].File))]);
        return ExitCode.Done;
    }

    /// <summary>A script may be written for whoever would film it now.</summary>
    private static async Task<FilmingLimits> LimitsAsync(CommandSession session, Brief brief)
    {
        var casting = session.Get<ModelCasting>();
        return casting.LimitsOf(await casting.ChooseAsync(brief, session.Cancellation), brief);
    }
}
