using System.CommandLine;
using System.Globalization;
using Rushes.Cli.Servers;
using Rushes.Engine.Library;
using Rushes.Engine.Texts;

namespace Rushes.Cli.Commands;

/// <summary>Lists what a film can be told with; the files are the user's to read, copy and change.</summary>
internal static class LibraryCommands
{
    private const int IdWidth = 20;

    public static Command Templates(CommandRunner run) => List(run, "templates", "cli.cmd-templates", "templates", catalogue =>
        catalogue.Templates.Select(template => new Row(template.Id, template.Value.Name, template.Value.About)));

    public static Command Styles(CommandRunner run) => List(run, "styles", "cli.cmd-styles", "styles", catalogue =>
        catalogue.Styles.Select(style => new Row(style.Id, style.Value.Name, style.Value.Guidance)));

    public static Command Domains(CommandRunner run) => List(run, "domains", "cli.cmd-domains", "domains", catalogue =>
        catalogue.Domains.Select(domain => new Row(domain.Id, domain.Value.Name, null)
        {
            Topics = [.. domain.Value.Topics.Select(topic => new Row(topic.Id, topic.Name, topic.Guidance))],
        }));

    private static Command List(CommandRunner run, string name, string about, string folder, Func<Catalogue, IEnumerable<Row>> read)
    {
        var command = new Command(name, Sentence.Of(about));
        run.Serve(command, session =>
        {
            var shelf = session.Get<DataShelf>();
            var rows = read(session.Get<Catalogue>()).Select(row => row with { Own = shelf.OwnPathOf($"{folder}/{row.Id}.json") }).ToList();
            var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
            var own = Path.Combine(session.Get<Storage.Files.HomeFolder>().Data, folder);
            session.Answer(
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    [name] = rows.Select(row => row.ForJson(language)),
                    ["broken"] = shelf.Broken.Select(broken => new { broken.Path, broken.Line, broken.Reason }),
                },
                [.. rows.SelectMany(row => row.Lines(language, 0)), "", Sentence.Of("data.override", own)]);
            return Task.FromResult(ExitCode.Done);
        }, ServerList.Of(name, static row => $"{((string)row["id"]!).PadRight(IdWidth)} {row["name"]}"));
        return command;
    }

    /// <param name="About">Null: a domain says all in its topics.</param>
    private sealed record Row(string Id, Names Name, Names? About)
    {
        public IReadOnlyList<Row> Topics { get; init; } = [];

        /// <summary>The user's own file; null: it is built in.</summary>
        public string? Own { get; init; }

        public object ForJson(string language) => new
        {
            Id,
            Name = Name.In(language),
            About = About?.In(language),
            Own,
            Topics = Topics.Count == 0 ? null : Topics.Select(topic => new { topic.Id, Name = topic.Name.In(language), About = topic.About?.In(language) }),
        };

        public IEnumerable<string> Lines(string language, int depth)
        {
            var indent = new string(' ', depth * 2);
            yield return $"{indent}{Id.PadRight(IdWidth)} {Name.In(language)}{(Own is null ? "" : $"  {Sentence.Of("data.own", Own)}")}";
            foreach (var line in Topics.SelectMany(topic => topic.Lines(language, depth + 1)))
                yield return line;
        }
    }
}
