using System.CommandLine;
using System.CommandLine.Help;
using Rushes.Cli.Commands;
using Rushes.Cli.Options;
using Rushes.Engine.Texts;
using Rushes.Film;

namespace Rushes.Cli;

/// <summary>The command line: which commands there are, and what happens when one is not understood.</summary>
internal static class RushesProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        // An idea may begin with @; it names no file of further arguments.
        var parsed = Commands().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 || Unmeant(parsed) is not null)
            return CommandRunner.Refuse(parsed.GetValue(CommonOptions.Json), Misunderstood(parsed));
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
    }

    private static RootCommand Commands()
    {
        var run = new CommandRunner(StudioServices.Open);
        var root = new RootCommand(Sentence.Of("cli.about"))
        {
            Text2VideoCommand.Create(run),
            Image2VideoCommand.Create(run),
            SalesVideoCommand.Create(run),
            ScriptCommand.Create(run),
            ProjectsCommand.Create(run),
            RunsCommand.Create(run),
            ResumeCommand.Create(run),
            RetryCommand.Create(run),
            CancelCommand.Create(run),
            PickCommand.Create(run),
            CutCommand.Create(run),
            MergeCommand.Create(run),
            AccountsCommand.Create(run),
            LibraryCommands.Templates(run),
            LibraryCommands.Styles(run),
            LibraryCommands.Domains(run),
            VoicesCommand.Create(run),
            ModelsCommand.Create(run),
            FakeCommand.Create(run),
            StudioCommand.Create(run),
            McpCommand.Create(run),
            DoctorCommand.Create(run),
        };
        foreach (var option in CommonOptions.All)
            root.Options.Add(option);
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new OurHelp();
        foreach (var version in root.Options.OfType<VersionOption>())
            version.Description = Sentence.Of("cli.version");
        return root;
    }

    private static Mistake Misunderstood(ParseResult parsed)
    {
        var path = string.Join(' ', CommandPath(parsed).Prepend("rushes"));
        if ((parsed.UnmatchedTokens is [var unmatched, ..] ? unmatched : Unmeant(parsed)) is { } token)
            return Mistake.Input("cli.not-understood", token, token, path);
        var valueless = parsed.CommandResult.Children.OfType<System.CommandLine.Parsing.OptionResult>().FirstOrDefault(option => option.Errors.Any());
        if (valueless is not null)
            return Mistake.Input(valueless.Tokens.Count > 0 ? "cli.given-twice" : "cli.value-missing", valueless.Option.Name.TrimStart('-'), valueless.Option.Name);
        return parsed.CommandResult.Command.Subcommands.Count > 0
            ? Mistake.Input("cli.command-missing", "command")
            : Mistake.Input("cli.not-understood", parsed.Errors[0].Message, parsed.Errors[0].Message, path);
    }

    /// <summary>An option that does not exist is read as an argument; nobody means an idea that looks like one.</summary>
    private static string? Unmeant(ParseResult parsed) => parsed.CommandResult.Children
        .OfType<System.CommandLine.Parsing.ArgumentResult>()
        .SelectMany(argument => argument.Tokens)
        .Select(token => token.Value)
        .FirstOrDefault(value => value.StartsWith("--", StringComparison.Ordinal));

    private static Stack<string> CommandPath(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var at = parsed.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
        {
            if (at.Command is not RootCommand)
                names.Push(at.Command.Name);
        }

        return names;
    }
}
