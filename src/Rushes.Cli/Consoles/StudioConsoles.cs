namespace Rushes.Cli.Consoles;

/// <summary>Chooses how a command shows its work: live bars for a person at a terminal, plain lines into a pipe.</summary>
internal static class StudioConsoles
{
    public static IStudioConsole Create(bool json, bool quiet, bool yes)
    {
        var person = !json && !Console.IsOutputRedirected && !Console.IsErrorRedirected;
        var asks = person && !yes && !Console.IsInputRedirected;
        return person && !quiet ? new LiveConsole(asks) : new PlainConsole(json ? Console.Error : Console.Out, quiet, asks);
    }
}
