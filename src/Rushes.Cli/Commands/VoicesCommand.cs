using System.CommandLine;
using Rushes.Cli.Options;
using Rushes.Engine.Texts;
using Rushes.Engine.Voices;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Cli.Commands;

/// <summary>The voices that are usable on this machine.</summary>
internal static class VoicesCommand
{
    private const int NameWidth = 38;

    public static Command Create(CommandRunner run)
    {
        var language = Opt.Text("--language", "cli.opt-language", "LANG");
        var command = new Command("voices", Sentence.Of("cli.cmd-voices")) { language };
        run.Serve(command, async session =>
        {
            var wanted = session.Parsed.GetValue(language);
            if (wanted is not null && !Languages.All.Contains(wanted, StringComparer.Ordinal))
                throw Mistake.Input("brief.unknown-language", "language", wanted, string.Join(", ", Languages.All)).AsException();
            var voices = await session.Get<SpeechDirector>().VoicesAsync(wanted, session.Cancellation);
            if (voices.Count == 0)
                session.Console.Warn(Sentence.Of("film.install-voice", ProgramFinder.InstallCommand("espeak-ng")));
            session.Answer(new { voices }, voices.Select(voice => $"{voice.Language}  {voice.Name.PadRight(NameWidth)} {voice.Label}"));
            return ExitCode.Done;
        });
        return command;
    }
}
