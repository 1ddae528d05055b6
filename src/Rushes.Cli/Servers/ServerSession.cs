using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Rushes.Cli.Commands;
using Rushes.Cli.Consoles;
using Rushes.Engine.Projects;

namespace Rushes.Cli.Servers;

/// <summary>A command that a running studio carries out. This machine has no home for it.</summary>
internal sealed class ServerSession(ParseResult parsed, StudioLine line, IStudioConsole console, bool json, CancellationToken cancellation)
    : CommandSession(parsed, Nothing, console, json, cancellation)
{
    private static readonly ServiceProvider Nothing = new ServiceCollection().AddSingleton<IPictureCheck, LaterCheck>().BuildServiceProvider();

    public StudioLine Line => line;

    /// <summary>The studio looks at a picture when it arrives.</summary>
    private sealed class LaterCheck : IPictureCheck
    {
        public Task CheckAsync(string path, CancellationToken cancellation) => Task.CompletedTask;
    }
}
