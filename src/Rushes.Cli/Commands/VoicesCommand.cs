using System.CommandLine;
using System.Text.Json.Nodes;
using Rushes.Cli.Options;
using Rushes.Engine.Texts;
using Rushes.Engine.Voices;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Providers.Ffmpeg;
using Rushes.Storage.Files;

namespace Rushes.Cli.Commands;

/// <summary>The voices that are usable on this machine, and how one of them sounds.</summary>
internal static class VoicesCommand
{
    private const int NameWidth = 38;

    public static Command Create(CommandRunner run)
    {
        var language = Opt.Text("--language", "cli.opt-language", "LANG");
        var engine = Opt.Text("--engine", "cli.opt-engine", "NAME");
        var play = Opt.Text("--play", "cli.opt-play", "VOICE");
        var text = Opt.Text("--text", "cli.opt-sample-text", "TEXT");
        var manner = Opt.Text("--manner", "cli.opt-manner", "STYLE");
        var output = Opt.Text("--out", "cli.opt-sample-out", "FILE");
        var command = new Command("voices", Sentence.Of("cli.cmd-voices")) { language, engine, play, text, manner, output };
        run.Serve(command, async session =>
        {
            var wanted = session.Parsed.GetValue(language);
            if (wanted is not null && !Languages.All.Contains(wanted, StringComparer.Ordinal))
                throw Mistake.Input("brief.unknown-language", "language", wanted, string.Join(", ", Languages.All)).AsException();
            return session.Parsed.GetValue(play) is { } voice
                ? await PlayAsync(session, voice, wanted, session.Parsed.GetValue(text), session.Parsed.GetValue(manner), session.Parsed.GetValue(output))
                : await ListAsync(session, wanted, session.Parsed.GetValue(engine));
        }, async session =>
        {
            if (session.Parsed.GetValue(play) is not null)
                throw Mistake.Input("cli.not-on-server", "play", "--play").AsException();
            var query = session.Parsed.GetValue(language) is { } wanted ? "?language=" + Uri.EscapeDataString(wanted) : "";
            var voices = (await session.Line.GetAsync("voices" + query, session.Cancellation)).AsArray();
            session.Answer(new JsonObject { ["voices"] = voices }, voices.Select(voice => $"{voice!["language"]}  {((string)voice["name"]!).PadRight(NameWidth)} {voice["label"]}"));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> ListAsync(CommandSession session, string? language, string? engine)
    {
        var director = session.Get<SpeechDirector>();
        if (engine is not null && director.Engines.All(known => known.Name != engine))
            throw Mistake.Input("voices.no-engine", "engine", engine, string.Join(", ", director.Engines.Select(known => known.Name))).AsException();
        var all = await director.VoicesAsync(language, session.Cancellation);
        var voices = all.Where(voice => engine is null || voice.Engine == engine).ToList();
        if (all.Count == 0)
            session.Console.Warn(Sentence.Of("film.install-voice", ProgramFinder.InstallCommand("espeak-ng")));
        var styles = session.Get<SpeakingStyles>().All;
        var engines = director.Engines.Where(known => engine is null || known.Name == engine)
            .Select(known => new { known.Name, Usable = all.Any(voice => voice.Engine == known.Name), known.Remedy })
            .ToList();
        session.Answer(
            new { voices, engines, Manners = styles.Select(style => new { style.Id, style.Value.Name }) },
            [
                .. voices.Select(voice => $"{InWords(voice)}  {voice.Name.PadRight(NameWidth)} {voice.Label}"),
                Sentence.Of("voices.manners", string.Join(", ", styles.Select(style => style.Id))),
                .. language is null && engines.Exists(known => !known.Usable && known.Remedy is not null) ? [Sentence.Of("voices.more")] : Array.Empty<string>(),
                .. language is null ? engines.Where(known => !known.Usable && known.Remedy is not null).Select(known => "  " + known.Remedy) : [],
            ]);
        return ExitCode.Done;
    }

    private static string InWords(Voice voice) => voice.Also.Count == 0 ? voice.Language : $"{voice.Language}+{voice.Also.Count}";

    private static async Task<int> PlayAsync(CommandSession session, string name, string? language, string? text, string? manner, string? output)
    {
        var styles = session.Get<SpeakingStyles>();
        if (manner is not null && styles.Find(manner) is null)
            throw Mistake.Input("voices.no-manner", "manner", manner, string.Join(", ", styles.All.Select(style => style.Id))).AsException();
        var film = language ?? (text is null ? null : Languages.Of(text));
        var sample = await session.Get<VoiceSamples>().SpeakAsync(
            name,
            film,
            text,
            manner is null ? null : new Manner { Style = manner },
            output is null ? Path.Combine(session.Get<HomeFolder>().Cache, "samples") : null,
            output is null ? null : Reading.FullPath(output, "--out"),
            session.Cancellation);
        session.Answer(
            new { Sample = new { sample.Voice, sample.Language, sample.File, sample.Seconds, Cost = sample.Receipt is { Kept: false } paid ? paid.Cost : 0 } },
            [Sentence.Of("voices.sample", sample.Voice, sample.Text), sample.File]);
        if (output is null && session.Console.Asks && session.Get<ProgramFinder>().Player() is { } player)
            await session.Get<MediaPrograms>().RunAsync(player, new MediaCall { Arguments = ["-nodisp", "-autoexit", "-loglevel", "error", sample.File] }, session.Cancellation);
        return ExitCode.Done;
    }
}
