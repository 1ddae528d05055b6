using System.CommandLine;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Rushes.Cli.Agents;
using Rushes.Engine.Texts;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Cli.Commands;

/// <summary>The studio for agents: standard output is theirs alone.</summary>
internal static class McpCommand
{
    public static Command Create(CommandRunner run)
    {
        var command = new Command("mcp", Sentence.Of("cli.cmd-mcp"));
        run.Serve(command, async session =>
        {
            session.Get<ProgramFinder>().Ffmpeg();
            var options = new McpServerOptions
            {
                ServerInfo = new Implementation { Name = "rushes", Version = typeof(McpCommand).Assembly.GetName().Version?.ToString(3) ?? "0" },
                ServerInstructions = Sentence.Of("agents.instructions"),
                ToolCollection = [.. AgentTools.Of(session)],
            };
            await using var transport = new StdioServerTransport(options);
            await using var server = McpServer.Create(transport, options);
            await server.RunAsync(session.Cancellation);
            return ExitCode.Done;
        });
        return command;
    }
}
