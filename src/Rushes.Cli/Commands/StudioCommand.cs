using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Rushes.Cli.Consoles;
using Rushes.Cli.Options;
using Rushes.Engine.Doors;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Providers.Ffmpeg;
using Rushes.Storage.Files;
using Rushes.Studio;

namespace Rushes.Cli.Commands;

/// <summary>The web studio on this machine, and the keys to its door where others can reach it.</summary>
internal static class StudioCommand
{
    public static Command Create(CommandRunner run)
    {
        var port = Opt.Text("--port", "cli.opt-port", "PORT");
        var host = Opt.Text("--host", "cli.opt-host", "ADDRESS");
        var names = Opt.Many("--allow-host", "cli.opt-allow-host", "NAME");
        var command = new Command("studio", Sentence.Of("cli.cmd-studio")) { port, host, names, Password(run), Token(run) };
        run.Serve(command, async session =>
        {
            session.Get<ProgramFinder>().Ffmpeg();
            var home = session.Get<HomeFolder>();
            var options = new StudioOptions(
                (int)(session.Parsed.Whole(port, 0, 65535) ?? StudioOptions.UsualPort), AddressOf(session.Parsed.GetValue(host)), Path.Combine(AppContext.BaseDirectory, "studio"), home.Cache, home.Data)
            {
                Names = session.Parsed.GetValue(names) ?? [],
            };
            if (options.IsOpenToOthers)
                await HavePasswordAsync(session);
            await using var studio = StudioHost.Build(options, services => StudioServices.Add(services, home));
            try
            {
                await studio.StartAsync(session.Cancellation);
            }
            catch (IOException) when (options.Port != 0)
            {
                throw Mistake.Input("cli.port-taken", "port", options.Port).AsException();
            }
            catch (SocketException)
            {
                throw Mistake.Input("doors.host", "host", options.Address).AsException();
            }

            session.Answer(new { studio = studio.Address }, Sentence.Of("cli.studio-open", studio.Address));
            await studio.WaitAsync(session.Cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Password(CommandRunner run)
    {
        var command = new Command("password", Sentence.Of("cli.cmd-studio-password"));
        run.Serve(command, async session =>
        {
            // From a pipe the first line; a person is asked twice, unseen.
            var password = Questions.CanAsk ? AskedTwice() : Console.In.ReadLine() ?? "";
            await session.Get<Doorkeeper>().SetPasswordAsync(password, session.Cancellation);
            session.Answer(new { password = "set" }, Sentence.Of("doors.password-set"));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Token(CommandRunner run)
    {
        var name = Opt.One("name", "cli.arg-token-name");
        var revoke = Opt.Flag("--revoke", "cli.opt-revoke");
        var command = new Command("token", Sentence.Of("cli.cmd-studio-token")) { name, revoke };
        run.Serve(command, async session =>
        {
            var doors = session.Get<Doorkeeper>();
            if (session.Parsed.GetValue(name) is not { } called)
            {
                var tokens = await doors.TokensAsync(session.Cancellation);
                session.Answer(new { tokens = tokens.Select(token => new { token.Name, token.CreatedAt }) }, tokens.Select(token => $"{token.CreatedAt.LocalDateTime:g}  {token.Name}"));
            }
            else if (session.Parsed.GetValue(revoke))
            {
                await doors.RevokeTokenAsync(called, session.Cancellation);
                session.Answer(new { revoked = called }, Sentence.Of("doors.token-revoked", called));
            }
            else
            {
                var token = await doors.IssueTokenAsync(called, session.Cancellation);
                session.Console.Say(Sentence.Of("doors.token-once"));
                session.Answer(new { name = called, token }, token);
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>At the first start on a terminal the password is asked for.</summary>
    private static async Task HavePasswordAsync(CommandSession session)
    {
        var doors = session.Get<Doorkeeper>();
        if (await doors.HasOwnerAsync(session.Cancellation))
            return;
        if (!session.Console.Asks)
            throw Mistake.Input("doors.no-password", "host").AsException();
        await doors.SetPasswordAsync(AskedTwice(), session.Cancellation);
    }

    private static string AskedTwice()
    {
        var password = Questions.AskSecret(Sentence.Of("doors.ask-password")) ?? "";
        return Questions.AskSecret(Sentence.Of("doors.ask-again")) == password ? password : throw Mistake.Input("doors.password-again", "password").AsException();
    }

    private static IPAddress AddressOf(string? host) => host switch
    {
        null or "localhost" => IPAddress.Loopback,
        _ => IPAddress.TryParse(host, out var address) ? address : throw Mistake.Input("doors.host", "host", host).AsException(),
    };
}
