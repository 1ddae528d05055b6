using System.CommandLine;
using System.CommandLine.Invocation;
using Rushes.Cli.Options;
using Rushes.Engine.Texts;

namespace Rushes.Cli.Commands;

/// <summary>Help in the user's language.</summary>
internal sealed class OurHelp : SynchronousCommandLineAction
{
    private const int NameWidth = 26;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"{Sentence.Of("cli.usage")}: {Usage(command)}");
        Section(output, "cli.commands", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description)));
        Section(output, "cli.arguments", command.Arguments.Select(argument => (Value(argument.Name), argument.Description)));
        Section(output, "cli.options", command.Options.Where(option => !option.Hidden && !option.Recursive).Select(Describe));
        Section(output, "cli.common-options", [.. CommonOptions.All.Select(Describe), ("--help", Sentence.Of("cli.help"))]);
        return 0;
    }

    private static (string Name, string? Text) Describe(Option option) =>
        (option.HelpName is { } value ? $"{option.Name} {value}" : option.Name, option.Description);

    private static string Usage(Command command)
    {
        var path = new List<string>();
        for (var at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault())
            path.Insert(0, at is RootCommand ? "rushes" : at.Name);
        if (command.Subcommands.Count > 0)
            path.Add(command.Action is null ? "COMMAND" : "[COMMAND]");
        path.AddRange(command.Arguments.Select(argument => argument.Arity.MaximumNumberOfValues > 1 ? $"[{Value(argument.Name)}...]" : $"[{Value(argument.Name)}]"));
        path.Add("[--...]");
        return string.Join(' ', path);
    }

    private static string Value(string name) => name.ToUpperInvariant();

    private static void Section(TextWriter output, string title, IEnumerable<(string Name, string? Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine($"{Sentence.Of(title)}:");
        foreach (var (name, text) in all)
            output.WriteLine($"  {name.PadRight(NameWidth)} {text}");
    }
}
