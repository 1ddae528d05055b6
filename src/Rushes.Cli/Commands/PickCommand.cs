using System.CommandLine;
using Rushes.Cli.Options;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Takes;

namespace Rushes.Cli.Commands;

/// <summary>Chooses the take of a scene for the cut.</summary>
internal static class PickCommand
{
    public static Command Create(CommandRunner run)
    {
        var name = Opt.One("project", "cli.arg-project");
        var scene = Opt.One("scene", "cli.arg-scene");
        var take = Opt.One("take", "cli.arg-take");
        var command = new Command("pick", Sentence.Of("cli.cmd-pick")) { name, scene, take };
        run.Serve(command, async session =>
        {
            var folders = session.Get<IProjectFolders>();
            var project = folders.Open(ProjectsCommand.Named(session, name, "project"));
            var sceneNumber = (int)Reading.Whole(ProjectsCommand.Named(session, scene, "scene"), "scene", 1, int.MaxValue);
            var takeNumber = (int)Reading.Whole(ProjectsCommand.Named(session, take, "take"), "take", 1, int.MaxValue);
            var takes = (await session.Get<IRunBook>().TakesOfProjectAsync(project.Folder, session.Cancellation)).Where(sheet => sheet.Scene == sceneNumber).ToList();
            if (takes.Count == 0)
                throw Mistake.Input("project.no-scene", "scene", project.Name, sceneNumber).AsException();
            if (!takes.Exists(sheet => sheet.Take == takeNumber && sheet.State == TakeState.Ready))
            {
                var ready = string.Join(", ", takes.Where(sheet => sheet.State == TakeState.Ready).Select(sheet => sheet.Take));
                throw Mistake.Input("project.no-take", "take", sceneNumber, takeNumber, ready.Length > 0 ? ready : "–").AsException();
            }

            folders.Save(project.WithPick(sceneNumber, takeNumber));
            session.Answer(
                new { project = project.Folder, scene = sceneNumber, take = takeNumber },
                Sentence.Of("project.picked", sceneNumber, takeNumber, project.Name));
            return ExitCode.Done;
        });
        return command;
    }
}
