using System.CommandLine;
using System.Net;
using Rushes.Cli.Options;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Providers.Ffmpeg;
using Rushes.Storage.Files;
using Rushes.Studio;

namespace Rushes.Cli.Commands;

/// <summary>The web studio on this machine.</summary>
internal static class StudioCommand
{
    public static Command Create(CommandRunner run)
    {
        var port = Opt.Text("--port", "cli.opt-port", "PORT");
        var command = new Command("studio", Sentence.Of("cli.cmd-studio")) { port };
        run.Serve(command, async session =>
        {
            session.Get<ProgramFinder>().Ffmpeg();
            var home = session.Get<HomeFolder>();
            var options = new StudioOptions(
                (int)(session.Parsed.Whole(port, 0, 65535) ?? StudioOptions.UsualPort), IPAddress.Loopback, Path.Combine(AppContext.BaseDirectory, "studio"), home.Cache, home.Data);
            await using var studio = StudioHost.Build(options, services => StudioServices.Add(services, home));
            try
            {
                await studio.StartAsync(session.Cancellation);
            }
            catch (IOException) when (options.Port != 0)
            {
                throw Mistake.Input("cli.port-taken", "port", options.Port).AsException();
            }

            session.Answer(new { studio = studio.Address }, Sentence.Of("cli.studio-open", studio.Address));
            await studio.WaitAsync(session.Cancellation);
            return ExitCode.Done;
        });
        return command;
    }
}
