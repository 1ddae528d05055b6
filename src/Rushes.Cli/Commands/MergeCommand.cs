using System.CommandLine;
using Rushes.Cli.Options;
using Rushes.Engine.Cutting;
using Rushes.Engine.Texts;
using Rushes.Film;

namespace Rushes.Cli.Commands;

/// <summary>Joins video files.</summary>
internal static class MergeCommand
{
    private static readonly string[] Names = ["360p", "540p", "720p", "1080p", "4k"];
    private static readonly int[] Pixels = [360, 540, 720, 1080, 2160];

    public static Command Create(CommandRunner run)
    {
        var files = Opt.Several("file", "cli.arg-files");
        var target = Opt.Text("--out", "cli.opt-out-file", "FILE");
        var transition = Opt.Text("--transition", "cli.opt-transition", "NAME");
        var music = Opt.Text("--music", "cli.opt-music", "FILE");
        var resolution = Opt.Text("--resolution", "cli.opt-resolution", "SIZE");
        var command = new Command("merge", Sentence.Of("cli.cmd-merge")) { files, target, transition, music, resolution };
        run.Serve(command, async session =>
        {
            var parsed = session.Parsed;
            List<string> inputs = [.. (parsed.GetValue(files) ?? []).Select(file => Reading.ExistingFile(file, "FILE"))];
            if (inputs.Count == 0)
                throw Mistake.Input("cli.value-missing", "file", "FILE").AsException();
            var output = Reading.FullPath(parsed.GetValue(target) ?? throw Mistake.Input("cli.value-missing", "out", "--out").AsException(), "--out");
            var order = new MergeOrder
            {
                Files = inputs,
                Output = output,
                Transition = parsed.GetValue(transition) ?? "cut",
                Music = parsed.ExistingFile(music),
                ShortSide = parsed.Choice(resolution, Names) is { } size ? Pixels[size] : null,
            };
            var result = await session.Get<FilmMerger>().MergeAsync(order, session.Cancellation);
            foreach (var warning in result.Warnings)
                session.Console.Warn(warning);
            session.Answer(new { film = result.Film, seconds = Math.Round(result.Seconds, 3), frames = result.Frames }, Sentence.Of("film.ready", output));
            return ExitCode.Done;
        });
        return command;
    }
}
