using System.CommandLine;
using System.CommandLine.Parsing;
using Rushes.Cli.Options;
using Rushes.Cli.Servers;
using Rushes.Engine.Making;
using Rushes.Engine.Making.Batches;
using Rushes.Engine.Texts;
using Rushes.Film;

namespace Rushes.Cli.Commands;

/// <summary>Many films of one command: each row of a file is the command line of one, over what the command line itself says.</summary>
internal sealed class FilmBatch
{
    private const int MostTogether = 8;

    // What belongs to the program and not to a film.
    private static readonly string[] NotOfAFilm = ["batch", "together", "home", "json", "quiet", "yes", "dry-run", "help", "version"];

    // Named from where the batch lies.
    private static readonly string[] Paths = ["script", "music", "folder", "prompts", "image", "product", "out"];

    private readonly Option<string?> _batch = Opt.Text("--batch", "cli.opt-batch", "FILE");
    private readonly Option<string?> _together = Opt.Text("--together", "cli.opt-together", "N");
    private readonly Command _command;
    private readonly Func<CommandSession, Task<FilmWish>> _read;

    private FilmBatch(Command command, Func<CommandSession, Task<FilmWish>> read)
    {
        (_command, _read) = (command, read);
        command.Options.Add(_batch);
        command.Options.Add(_together);
    }

    /// <summary>Lets a command make one film, or as many as its batch has rows.</summary>
    /// <param name="read">Reads what was typed into a wish; every mistake in it is the user's.</param>
    public static void Serve(CommandRunner run, Command command, Func<CommandSession, Task<FilmWish>> read)
    {
        var batch = new FilmBatch(command, read);
        run.Serve(command, async session => session.Parsed.ExistingFile(batch._batch) is { } file
            ? await batch.MakeAllAsync(session, file)
            : await FilmCommand.MakeAsync(session, await read(session)),
            async session => session.Parsed.GetValue(batch._batch) is null
                ? await ServerFilm.MakeAsync(session, await read(session))
                : throw Mistake.Input("cli.not-on-server", "batch", "--batch").AsException());
    }

    private IEnumerable<string> Columns => _command.Options.Select(option => option.Name.TrimStart('-'))
        .Concat(_command.Arguments.Select(argument => argument.Name))
        .Except(NotOfAFilm, StringComparer.Ordinal);

    private async Task<int> MakeAllAsync(CommandSession session, string file)
    {
        var rows = BatchFile.Read(await File.ReadAllTextAsync(file, session.Cancellation), file, [.. Columns]);
        var together = (int)(session.Parsed.Whole(_together, 1, MostTogether) ?? 1);
        var outcomes = new BatchOutcome[rows.Count];
        var begun = 0;
        await Parallel.ForEachAsync(
            rows.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = together, CancellationToken = session.Cancellation },
            async (row, _) =>
            {
                session.Console.Say(Sentence.Of("cli.batch-film", Interlocked.Increment(ref begun), rows.Count));
                outcomes[row.Index] = await MakeAsync(session, file, row.Item);
                if (outcomes[row.Index].Line is { } line)
                    session.Console.Warn(line);
            });
        return Answer(session, outcomes);
    }

    /// <summary>One row; what is wrong with it harms no other.</summary>
    private async Task<BatchOutcome> MakeAsync(CommandSession session, string file, BatchRow row)
    {
        try
        {
            if (row.Broken is { } broken)
                throw broken.AsException();
            var own = session.For(Parse(session.Parsed, file, row));
            var outcome = await FilmCommand.FilmAsync(own, await _read(own), new RowWatcher(session.Console, row.Number));
            return outcome with { Row = row.Number };
        }
        catch (MistakeException wrong)
        {
            var column = wrong.Mistake.Field is { } field && Columns.Contains(Column(field), StringComparer.Ordinal) ? Column(field) : null;
            return new BatchOutcome { Row = row.Number, Column = column, Mistake = wrong.Mistake };
        }
    }

    /// <summary>The names of fields and of columns are not always the same.</summary>
    private static string Column(string field) => field.TrimStart('-').Replace('_', '-');

    /// <summary>The command line of a row: its own fields, and whatever the whole batch was given.</summary>
    private ParseResult Parse(ParseResult whole, string file, BatchRow row)
    {
        var words = new List<string> { _command.Name };
        foreach (var given in whole.CommandResult.Children.OfType<OptionResult>().Where(given => !given.Implicit))
        {
            var name = given.Option.Name.TrimStart('-');
            if (name is not ("batch" or "together") && !row.Fields.ContainsKey(name))
                words.AddRange(given.Tokens.Count == 0 ? [given.Option.Name] : given.Tokens.Select(token => $"{given.Option.Name}={token.Value}"));
        }

        var folder = Path.GetDirectoryName(file)!;
        var arguments = _command.Arguments.Select(argument => argument.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (column, values) in row.Fields.Where(field => !arguments.Contains(field.Key)))
            words.AddRange(ValuesOf(column, values, folder).Select(value => $"--{column}={value}"));
        words.Add("--");
        words.AddRange(_command.Arguments.Where(argument => row.Fields.ContainsKey(argument.Name)).SelectMany(argument => ValuesOf(argument.Name, row.Fields[argument.Name], folder)));
        return whole.RootCommandResult.Command.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
    }

    /// <summary>A cell may hold several pictures or accounts, parted by bars.</summary>
    private IEnumerable<string> ValuesOf(string column, IReadOnlyList<string> values, string folder)
    {
        var several = _command.Options.FirstOrDefault(option => option.Name == $"--{column}")?.Arity.MaximumNumberOfValues > 1
            || _command.Arguments.FirstOrDefault(argument => argument.Name == column)?.Arity.MaximumNumberOfValues > 1;
        var single = several ? values.SelectMany(value => value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) : values;
        return Paths.Contains(column, StringComparer.Ordinal) && (column != "product" || _command.Arguments.Any(argument => argument.Name == column))
            ? single.Select(value => Path.GetFullPath(value, folder))
            : single;
    }

    private static int Answer(CommandSession session, BatchOutcome[] outcomes)
    {
        var failed = outcomes.Where(outcome => outcome.Mistake is not null).ToList();
        session.Answer(
            new
            {
                films = outcomes.Where(outcome => outcome.Mistake is null).Select(outcome => new { outcome.Row, outcome.Title, outcome.Project, outcome.Run, outcome.Film, outcome.Scenes, outcome.Missing }),
                failed = failed.Select(outcome => new { outcome.Row, outcome.Column, outcome.Mistake!.Code, Message = outcome.Line }),
            },
            [
                .. outcomes.Where(outcome => outcome.Mistake is null).Select(outcome => Sentence.Of("cli.batch-row", outcome.Row, outcome.Film ?? outcome.Project ?? outcome.Title!)),
                .. failed.Select(outcome => outcome.Line!),
                Sentence.Of("cli.batch-done", outcomes.Length - failed.Count, outcomes.Length),
            ]);
        if (failed.Count > 0)
            return failed.Count == outcomes.Length ? ExitCode.WrongInput : ExitCode.Incomplete;
        return outcomes.Any(outcome => outcome.Missing > 0) ? ExitCode.Incomplete : ExitCode.Done;
    }
}
