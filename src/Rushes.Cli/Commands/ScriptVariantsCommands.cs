using System.CommandLine;
using Rushes.Cli.Options;
using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Variants;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Cli.Commands;

/// <summary>What one does with several scripts of an idea.</summary>
internal static class ScriptVariantsCommands
{
    /// <summary>Scripts side by side, whoever wrote them.</summary>
    public static Command Compare(CommandRunner run)
    {
        var files = Opt.Several("file", "cli.arg-scripts");
        var idea = Opt.Text("--idea", "cli.opt-idea");
        var command = new Command("compare", Sentence.Of("cli.cmd-script-compare")) { files, idea };
        run.Serve(command, async session =>
        {
            var variants = new List<Variant>();
            foreach (var file in Named(session.Parsed.GetValue(files)))
            {
                var script = await ScriptFile.ReadAsync(file, session.Cancellation);
                variants.Add(new(file, session.Get<Scripting>().Score(script, BriefOf(script, session.Parsed.GetValue(idea) ?? script.Title)), Earned.Of(script)));
            }

            session.Answer(
                new { variants = variants.Select(one => new { one.File, Score = one.Score.Value, one.Score.Reasons, Results = one.Earned }) },
                Variant.SideBySide(variants));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>One script, or scenes from several, as a new one.</summary>
    public static Command Take(CommandRunner run)
    {
        var files = Opt.Several("file", "cli.arg-takings");
        var target = Opt.Text("--out", "cli.opt-out-file", "FILE");
        var command = new Command("take", Sentence.Of("cli.cmd-script-take")) { files, target };
        run.Serve(command, async session =>
        {
            var path = Reading.FullPath(session.Parsed.GetValue(target) ?? throw Mistake.Input("cli.value-missing", "out", "--out").AsException(), "--out");
            var takings = new List<SceneTaking>();
            foreach (var named in session.Parsed.GetValue(files) is { Length: > 0 } given ? given : throw Mistake.Input("cli.value-missing", "file", "FILE").AsException())
                takings.Add(await TakingOfAsync(named, session.Cancellation));
            var script = FilmLimits.Checked(ScriptMix.Of(takings), takings[0].File);
            ScriptFile.Write(script, path);
            return ScriptCommand.Answer(session, script, await session.Get<ScriptReview>().OfAsync(script, BriefOf(script, script.Title), session.Cancellation), path);
        });
        return command;
    }

    /// <summary>What a film really earned, kept with its script.</summary>
    public static Command Result(CommandRunner run)
    {
        var file = Opt.One("file", "cli.arg-script");
        var views = Opt.Text("--views", "cli.opt-views", "N");
        var retention = Opt.Text("--retention", "cli.opt-retention", "PERCENT");
        var sales = Opt.Text("--sales", "cli.opt-sales", "N");
        var command = new Command("result", Sentence.Of("cli.cmd-script-result")) { file, views, retention, sales };
        run.Serve(command, async session =>
        {
            var parsed = session.Parsed;
            var path = Reading.ExistingFile(ProjectsCommand.Named(session, file, "file"), "file");
            var earned = new Earned(parsed.Whole(views, 0, long.MaxValue), parsed.Number(retention, 0, 100) / 100, parsed.Whole(sales, 0, long.MaxValue));
            if (earned == new Earned())
                throw Mistake.Input("cli.one-of", "views", "--views", "--retention").AsException();
            var script = earned.In(await ScriptFile.ReadAsync(path, session.Cancellation));
            ScriptFile.Write(script, path);
            session.Answer(new { script = path, results = Earned.Of(script) }, path);
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<string> Named(string[]? files) => files is { Length: > 0 }
        ? files.Select(file => Reading.ExistingFile(file, "file"))
        : throw Mistake.Input("cli.value-missing", "file", "FILE").AsException();

    /// <summary>A file, with scene numbers after its last colon: <c>v-2.json:1-3,5</c>.</summary>
    private static async Task<SceneTaking> TakingOfAsync(string named, CancellationToken cancellation)
    {
        var colon = named.LastIndexOf(':');
        if (File.Exists(named) || colon <= 1)
            return new(named, await ScriptFile.ReadOfAnyLengthAsync(Reading.ExistingFile(named, "file"), cancellation), []);
        var path = Reading.ExistingFile(named[..colon], "file");
        return new(path, await ScriptFile.ReadOfAnyLengthAsync(path, cancellation), SceneTaking.Numbers(named[(colon + 1)..]));
    }

    // A script that came as a file is measured by its own seconds.
    private static Brief BriefOf(Script script, string idea) => new()
    {
        Workflow = script.Kind == ScriptKind.Sales ? Workflow.SalesVideo : Workflow.Text2Video,
        Idea = idea,
        Duration = script.Duration,
        Language = script.Language,
    };
}
