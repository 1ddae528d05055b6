using System.CommandLine;
using Rushes.Cli.Options;
using Rushes.Cli.Servers;
using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Texts;
using Rushes.Film;

namespace Rushes.Cli.Commands;

/// <summary>Lists the projects, or removes one.</summary>
internal static class ProjectsCommand
{
    private const int NameWidth = 44;
    private const double Megabyte = 1 << 20;

    public static Command Create(CommandRunner run)
    {
        var command = new Command("projects", Sentence.Of("cli.cmd-projects")) { Remove(run) };
        run.Serve(command, session =>
        {
            var folders = session.Get<IProjectFolders>();
            var projects = folders.List().Select(project => new
            {
                project.Name,
                project.Folder,
                project.Created,
                project.Brief.Workflow,
                project.Brief.Idea,
                Film = File.Exists(project.FilmFile) ? project.FilmFile : null,
                Bytes = folders.SizeOf(project),
            }).ToList();
            IEnumerable<string> lines = projects.Select(project =>
                $"{(project.Film is null ? "□" : "■")} {project.Name.PadRight(NameWidth)} {project.Created.LocalDateTime:g}  {project.Bytes / Megabyte,7:0.0} MB");
            session.Answer(new { projects }, projects.Count > 0 ? lines : [Sentence.Of("project.none")]);
            return Task.FromResult(ExitCode.Done);
        }, ServerList.Of("projects", static project => $"{(project["film"] is null ? "□" : "■")} {((string)project["name"]!).PadRight(NameWidth)} {(DateTimeOffset)project["created"]!:g}"));
        return command;
    }

    private static Command Remove(CommandRunner run)
    {
        var name = Opt.One("project", "cli.arg-project");
        var command = new Command("remove", Sentence.Of("cli.cmd-projects-remove")) { name };
        run.Serve(command, async session =>
        {
            var folders = session.Get<IProjectFolders>();
            var project = folders.Open(Named(session, name, "project"));
            var freed = folders.SizeOf(project) / Megabyte;
            if (!session.Console.Confirm(Sentence.Of("project.remove", project.Folder, freed)))
                return ExitCode.Cancelled;
            await session.Get<FilmDesk>().RemoveAsync(project, session.Cancellation);
            session.Answer(new { removed = project.Folder, freed_mb = Math.Round(freed, 1) }, Sentence.Of("project.removed", project.Folder, freed));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The value of an argument that cannot be left out.</summary>
    internal static string Named(CommandSession session, Argument<string?> argument, string field) =>
        session.Parsed.GetValue(argument) ?? throw Mistake.Input("cli.value-missing", field, argument.Name.ToUpperInvariant()).AsException();
}
