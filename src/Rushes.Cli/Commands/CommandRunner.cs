using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rushes.Cli.Consoles;
using Rushes.Cli.Options;
using Rushes.Cli.Servers;
using Rushes.Engine.Library;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Projects;
using Rushes.Engine.Texts;
using Rushes.Film;

namespace Rushes.Cli.Commands;

/// <summary>Opens the studio for a command, and turns whatever went wrong into one sentence and an exit code.</summary>
internal sealed class CommandRunner(Func<string?, ServiceProvider> openStudio)
{
    /// <summary>Gives a command its work.</summary>
    /// <param name="work">Gets the studio's services and the console; answers with the JSON object and the exit code.</param>
    /// <param name="onServer">The same where a running studio does it; null: no studio can.</param>
    public void Serve(Command command, Func<CommandSession, Task<int>> work, Func<ServerSession, Task<int>>? onServer = null) =>
        command.SetAction((parsed, cancellation) => RunAsync(parsed, work, onServer, cancellation));

    private async Task<int> RunAsync(
        ParseResult parsed, Func<CommandSession, Task<int>> work, Func<ServerSession, Task<int>>? onServer, CancellationToken cancellation)
    {
        var json = parsed.GetValue(CommonOptions.Json);
        string? logs = null;
        try
        {
            if (parsed.GetValue(CommonOptions.Server) is { } server)
                return await AskAsync(parsed, server, onServer, json, cancellation);
            await using var studio = openStudio(parsed.GetValue(CommonOptions.Home));
            logs = studio.GetRequiredService<Storage.Files.HomeFolder>().Logs;
            using var console = StudioConsoles.Create(json, parsed.GetValue(CommonOptions.Quiet), parsed.GetValue(CommonOptions.Yes));
            var exit = await work(new CommandSession(parsed, studio, console, json, cancellation));
            foreach (var broken in studio.GetRequiredService<DataShelf>().Broken)
                Console.Error.WriteLine(OneLine(broken.InWords));
            return exit;
        }
        catch (MistakeException wrong)
        {
            return Refuse(json, wrong.Mistake);
        }
        catch (StudioRefusedException refused)
        {
            return Fail(json, refused.Code, refused.Message, refused.Exit, refused.Field);
        }
        catch (OperationCanceledException stopped) when (cancellation.IsCancellationRequested || stopped is DeclinedException)
        {
            return Fail(json, "cancelled", Sentence.Of("cli.cancelled"), ExitCode.Cancelled);
        }
        catch (IOException full) when (FullDisk.Is(full))
        {
            return Refuse(json, FullDisk.Mistake);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Fail(json, "file", Sentence.Of("cli.io", unreadable.Message), ExitCode.WrongInput);
        }
        catch (Exception bug)
        {
            return Fail(json, "bug", Sentence.Of("cli.bug", bug.Message, KeepDetails(logs, bug)), ExitCode.Broken);
        }
    }

    private static async Task<int> AskAsync(
        ParseResult parsed, string server, Func<ServerSession, Task<int>>? onServer, bool json, CancellationToken cancellation)
    {
        if (onServer is null)
            throw Mistake.Input("cli.not-on-server", "server", $"rushes {parsed.CommandResult.Command.Name}").AsException();
        await using var line = StudioLine.To(server, Environment.GetEnvironmentVariable);
        using var console = StudioConsoles.Create(json, parsed.GetValue(CommonOptions.Quiet), parsed.GetValue(CommonOptions.Yes));
        return await onServer(new ServerSession(parsed, line, console, json, cancellation));
    }

    /// <summary>One sentence, and the exit code that belongs to it.</summary>
    public static int Refuse(bool json, Mistake mistake) =>
        Fail(json, mistake.Code, Sentence.Of(mistake), mistake.Kind == MistakeKind.Input ? ExitCode.WrongInput : ExitCode.MachineLacks, mistake.Field);

    private static int Fail(bool json, string code, string message, int exit, string? field = null)
    {
        message = OneLine(message);
        Console.Error.WriteLine(message);
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(new { error = new { code, field, message } }, CommandSession.JsonForm));
        return exit;
    }

    /// <summary>What the user typed comes back in sentences; its line breaks and terminal controls do not.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(letter => char.IsControl(letter) ? ' ' : letter));

    private static string KeepDetails(string? logs, Exception bug)
    {
        try
        {
            var folder = logs ?? Path.GetTempPath();
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, $"error-{Guid.NewGuid():N}.txt");
            File.WriteAllText(file, bug.ToString());
            return file;
        }
        catch (IOException)
        {
            return bug.GetType().Name;
        }
    }
}
