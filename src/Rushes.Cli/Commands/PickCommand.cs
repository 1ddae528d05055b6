using System.CommandLine;
using System.Text.Json.Nodes;
using Rushes.Cli.Options;
using Rushes.Cli.Servers;
using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Texts;

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
            var project = session.Get<IProjectFolders>().Open(ProjectsCommand.Named(session, name, "project"));
            var sceneNumber = (int)Reading.Whole(ProjectsCommand.Named(session, scene, "scene"), "scene", 1, int.MaxValue);
            var takeNumber = (int)Reading.Whole(ProjectsCommand.Named(session, take, "take"), "take", 1, int.MaxValue);
            await session.Get<TakeDesk>().PickAsync(project, sceneNumber, takeNumber, session.Cancellation);
            session.Answer(
                new { project = project.Folder, scene = sceneNumber, take = takeNumber },
                Sentence.Of("project.picked", sceneNumber, takeNumber, project.Name));
            return ExitCode.Done;
        }, async session =>
        {
            var project = ProjectsCommand.Named(session, name, "project");
            var sceneNumber = (int)Reading.Whole(ProjectsCommand.Named(session, scene, "scene"), "scene", 1, int.MaxValue);
            var takeNumber = (int)Reading.Whole(ProjectsCommand.Named(session, take, "take"), "take", 1, int.MaxValue);
            await session.Line.PostAsync($"projects/{Uri.EscapeDataString(project)}/scenes/{sceneNumber}/pick", new JsonObject { ["take"] = takeNumber }, session.Cancellation);
            session.Answer(new { project, scene = sceneNumber, take = takeNumber }, Sentence.Of("project.picked", sceneNumber, takeNumber, project));
            return ExitCode.Done;
        });
        return command;
    }
}
