using Rushes.Engine.Texts;

namespace Rushes.Cli.Consoles;

internal static class Questions
{
    /// <summary>Asks at the terminal; anything but a clear yes is a no.</summary>
    public static bool Ask(string question)
    {
        Console.Error.Write(Sentence.Of("cli.ask", question) + " ");
        var answer = Console.In.ReadLine()?.Trim();
        return answer is { Length: > 0 } && (answer.StartsWith('y') || answer.StartsWith(Sentence.Of("cli.yes"), StringComparison.CurrentCultureIgnoreCase));
    }
}
