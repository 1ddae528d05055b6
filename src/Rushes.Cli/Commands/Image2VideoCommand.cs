using System.CommandLine;
using Rushes.Cli.Options;
using Rushes.Engine.Projects;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Pictures;
using Rushes.Film;
using Rushes.Film.Briefs;

namespace Rushes.Cli.Commands;

/// <summary>Pictures become clips and a film.</summary>
internal static class Image2VideoCommand
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".webp"];

    public static Command Create(CommandRunner run)
    {
        var images = Opt.Several("image", "cli.arg-images");
        var folder = Opt.Text("--folder", "cli.opt-folder", "DIR");
        var prompts = Opt.Text("--prompts", "cli.opt-prompts", "FILE");
        var prompt = Opt.Text("--prompt", "cli.opt-prompt");
        var pair = Opt.Text("--pair", "cli.opt-pair", "HOW");
        var place = Opt.Text("--out", "cli.opt-out", "DIR");
        var dryRun = Opt.Flag("--dry-run", "cli.opt-dry-run");
        var options = new FilmOptions();
        var command = new Command("image2video", Sentence.Of("cli.cmd-image2video")) { images, folder, prompts, prompt, pair, place, dryRun };
        foreach (var option in options.All)
            command.Options.Add(option);
        FilmBatch.Serve(run, command, async session =>
        {
            var parsed = session.Parsed;
            var files = Pictures(parsed.GetValue(images) ?? [], parsed.GetValue(folder));
            foreach (var file in files)
                await session.Get<IPictureCheck>().CheckAsync(file, session.Cancellation);
            if (parsed.GetValue(prompts) is not null && parsed.GetValue(prompt) is not null)
                throw Mistake.Input("cli.not-both", "prompts", "--prompts", "--prompt").AsException();
            var texts = parsed.ExistingFile(prompts) is { } list
                ? PromptFile.Read(await File.ReadAllTextAsync(list, session.Cancellation), list)
                : [];
            var pairs = PicturePairing.Pair(files, texts, parsed.GetValue(prompt), byName: parsed.Choice(pair, "order", "name") == 1);
            var brief = options.Read(parsed, Workflow.Image2Video, Path.GetFileNameWithoutExtension(files[0])) with { Pictures = pairs };
            if (!options.NamesDuration(parsed))
                brief = brief with { Duration = PicturePairing.LengthOf(pairs) };
            return new FilmWish(brief, null, parsed.GetValue(place), options.Wishes(parsed), parsed.GetValue(dryRun));
        });
        return command;
    }

    private static List<string> Pictures(string[] named, string? folder)
    {
        if (named.Length > 0 && folder is not null)
            throw Mistake.Input("cli.not-both", "folder", "IMAGE", "--folder").AsException();
        if (folder is null)
        {
            return named.Length > 0
                ? [.. named.Select(name => Reading.ExistingFile(name, "image"))]
                : throw Mistake.Input("cli.one-of", "image", "IMAGE", "--folder").AsException();
        }

        var path = Reading.FullPath(folder, "--folder");
        if (!Directory.Exists(path))
            throw Mistake.Input("cli.folder-missing", "folder", "--folder", path).AsException();
        var found = Directory.EnumerateFiles(path)
            .Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant(), StringComparer.Ordinal))
            .Order(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return found.Count > 0 ? found : throw Mistake.Input("cli.folder-empty", "folder", path).AsException();
    }
}
