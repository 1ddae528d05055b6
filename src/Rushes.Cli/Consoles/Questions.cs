using System.Text;
using Rushes.Engine.Texts;

namespace Rushes.Cli.Consoles;

internal static class Questions
{
    /// <summary>Somebody sits at the terminal and can answer.</summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>Asks at the terminal; anything but a clear yes is a no.</summary>
    public static bool Ask(string question)
    {
        Console.Error.Write(Sentence.Of("cli.ask", question) + " ");
        var answer = Console.In.ReadLine()?.Trim();
        return answer is { Length: > 0 } && (answer.StartsWith('y') || answer.StartsWith(Sentence.Of("cli.yes"), StringComparison.CurrentCultureIgnoreCase));
    }

    /// <summary>Asks for something that nobody should read over a shoulder.</summary>
    /// <returns>Null when nothing was typed.</returns>
    public static string? AskSecret(string question)
    {
        Console.Error.Write(question + " ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.Length > 0 ? typed.ToString() : null;
    }

    /// <summary>The lines of standard input; at a terminal one line, unseen.</summary>
    public static IReadOnlyList<string> Lines()
    {
        if (CanAsk)
            return AskSecret(Sentence.Of("cli.ask-token")) is { } typed ? [typed] : [];
        return Console.In.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
