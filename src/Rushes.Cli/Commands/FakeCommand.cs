using System.CommandLine;
using Rushes.Cli.Options;
using Rushes.Engine.Texts;
using Rushes.FakeProviders;
using Rushes.FakeProviders.GoogleFlow;
using Rushes.Film;

namespace Rushes.Cli.Commands;

/// <summary>Plays a provider on this machine until it is stopped: for trying the studio, or any other client, without paying anybody.</summary>
internal static class FakeCommand
{
    private const int HighestPort = 65535;
    private const double LongestSeconds = 86400;

    private static readonly string[] Shapes = ["successful", "succeeded", "documented", "media"];

    public static Command Create(CommandRunner run)
    {
        var provider = Opt.One("provider", "cli.arg-fake");
        var port = Opt.Text("--port", "cli.opt-fake-port", "N");
        var cdnPort = Opt.Text("--cdn-port", "cli.opt-fake-cdn-port", "N");
        var generate = Opt.Text("--generate", "cli.opt-fake-generate", "SECONDS");
        var submit = Opt.Text("--submit-latency", "cli.opt-fake-submit", "SECONDS");
        var status = Opt.Text("--status-latency", "cli.opt-fake-status", "SECONDS");
        var pace = Opt.Text("--pace", "cli.opt-fake-pace", "SECONDS");
        var slots = Opt.Text("--slots", "cli.opt-fake-slots", "N");
        var perMinute = Opt.Text("--rpm", "cli.opt-fake-rpm", "N");
        var accounts = Opt.Many("--account", "cli.opt-fake-account", "NAME=TOKEN");
        var shape = Opt.Text("--status-shape", "cli.opt-fake-shape", "SHAPE");
        var captcha = Opt.Flag("--recaptcha", "cli.opt-fake-recaptcha");
        var command = new Command("fake", Sentence.Of("cli.cmd-fake")) { provider, port, cdnPort, generate, submit, status, pace, slots, perMinute, accounts, shape, captcha };
        run.Serve(command, session =>
        {
            var parsed = session.Parsed;
            return PlayAsync(session, parsed.GetValue(provider), new FakeOptions
            {
                Port = (int)(parsed.Whole(port, 0, HighestPort) ?? 0),
                CdnPort = (int)(parsed.Whole(cdnPort, 0, HighestPort) ?? 0),
                Generate = Span(generate) ?? TimeSpan.FromSeconds(5),
                SubmitLatency = Span(submit) ?? TimeSpan.Zero,
                StatusLatency = Span(status) ?? TimeSpan.Zero,
                Pace = Span(pace) ?? TimeSpan.Zero,
                Slots = (int?)parsed.Whole(slots, 1, int.MaxValue),
                RequestsPerMinute = (int?)parsed.Whole(perMinute, 1, int.MaxValue),
                Accounts = [.. (parsed.GetValue(accounts) ?? []).Select(Account)],
                Flow = new FlowOptions { Shape = (FlowStatusShape)(parsed.Choice(shape, Shapes) ?? 0), DemandsRecaptcha = parsed.GetValue(captcha) },
            });

            TimeSpan? Span(Option<string?> option) => parsed.Number(option, 0, LongestSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        });
        return command;
    }

    private static async Task<int> PlayAsync(CommandSession session, string? name, FakeOptions options)
    {
        if (name is null || !FakeServer.Names.Contains(name, StringComparer.Ordinal))
            throw Mistake.Input("cli.fake-unknown", "provider", name ?? "", string.Join(", ", FakeServer.Names)).AsException();
        await using var server = await StartAsync(name, options, session.Cancellation);
        session.Answer(
            new { simulation = true, provider = name, address = server.Address, cdn = server.CdnAddress },
            Sentence.Of("cli.fake-runs", name, server.Address),
            Sentence.Of("cli.fake-cdn", server.CdnAddress),
            Sentence.Of("cli.fake-look", new Uri(server.Address, "__fake/calls")));
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, session.Cancellation);
        }
        catch (OperationCanceledException)
        {
            // Stopped by the one who started it; that is how it ends.
        }
        return ExitCode.Done;
    }

    private static async Task<FakeServer> StartAsync(string name, FakeOptions options, CancellationToken cancellation)
    {
        try
        {
            return await FakeServer.StartAsync(name, options, cancellation);
        }
        catch (IOException taken)
        {
            throw Mistake.Input("cli.fake-port", "port", taken.Message).AsException();
        }
    }

    /// <summary><c>NAME=TOKEN[,TOKEN...][@PROJECT]</c>.</summary>
    private static FakeAccount Account(string text)
    {
        var (name, rest) = text.Split('=', 2) is [var before, var after] ? (before, after) : ("", "");
        var (tokens, project) = rest.LastIndexOf('@') is var at && at > 0 ? (rest[..at], rest[(at + 1)..]) : (rest, null);
        return name.Length > 0 && tokens.Length > 0
            ? new FakeAccount { Name = name, Tokens = tokens.Split(',', StringSplitOptions.RemoveEmptyEntries), Project = project }
            : throw Mistake.Input("cli.fake-account", "account", text).AsException();
    }
}
