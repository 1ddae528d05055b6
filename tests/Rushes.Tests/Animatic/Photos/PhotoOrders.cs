using Rushes.Engine.Shooting;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;
using Rushes.Providers.Animatic.Photos;

namespace Rushes.Tests.Animatic.Photos;

internal static class PhotoOrders
{
    public static PhotoMove Move(string name) => Enum.GetValues<PhotoMove>().Single(move => MoveChooser.NameOf(move) == name);

    public static ShotOrder Of(int scene = 1, string prompt = "", string language = "vi", long seed = 7) => new()
    {
        Project = "/project",
        Scene = scene,
        SceneCount = 9,
        Take = 1,
        Workflow = Workflow.Image2Video,
        Prompt = prompt,
        Frames = 90,
        Size = new FrameSize(360, 640),
        Aspect = Aspect.Vertical,
        Seed = seed,
        Language = language,
        Style = "cinematic",
        Shot = new Scene { Prompt = prompt, Duration = 3 },
    };
}
