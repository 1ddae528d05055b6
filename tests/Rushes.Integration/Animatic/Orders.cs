using Rushes.Engine.Shooting;
using Rushes.Engine.Voices;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Integration.Animatic;

/// <summary>Orders for small, short clips.</summary>
internal static class Orders
{
    public static ShotOrder Scene(string prompt, string? camera = "Medium, static", double seconds = 1.5, IReadOnlyList<SpokenLine>? lines = null) => new()
    {
        Project = "/project",
        Scene = 3,
        SceneCount = 8,
        Take = 1,
        Workflow = Workflow.Text2Video,
        Prompt = prompt,
        Frames = FrameRate.Film.Frames(seconds),
        Size = new FrameSize(360, 640),
        Aspect = Aspect.Vertical,
        Seed = 7,
        Language = "vi",
        Style = "cinematic",
        Shot = new Scene { Prompt = prompt, Duration = seconds, CameraShot = camera, TimeOfDay = "Day", Characters = ["Lan"] },
        Cast = [new Character { Name = "Lan", VisualIdentity = "cô gái tóc đen, áo đỏ" }],
        Lines = lines ?? [],
        Captions = [.. (lines ?? []).Select(line => new CaptionCue(line.Start, line.End, line.Speaker, line.Text))],
    };
}
