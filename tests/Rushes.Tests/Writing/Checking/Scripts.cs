using Rushes.Engine.Writing;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing.Checking;

/// <summary>Scripts to check: one that is fine, one that is dull.</summary>
internal static class Scripts
{
    public const string Idea = "A red fox looks for its lost cub in a burning forest";

    public static Brief Brief { get; } = new() { Workflow = Workflow.Text2Video, Idea = Idea, Duration = 20, Language = "en" };

    private const string Look = "Ember, a lean red fox with a torn left ear";

    public static Script Good { get; } = new()
    {
        Title = "The Cub in the Smoke",
        Language = "en",
        HookSummary = "A burning branch crashes between mother and cub.",
        EmotionalArc = "fear, hope, despair, joy",
        Characters = [new() { Name = "Ember", VisualIdentity = "Ember is a lean red fox with a torn left ear." }],
        Scenes =
        [
            Scene($"A flaming branch crashes to the ground and {Look}, leaps back as sparks swallow the trail behind her.", -0.6, "fear", "Close-up, handheld", "High-contrast", "Hook", "burning forest", "Where is her cub?"),
            Scene($"{Look}, noses through grey ash beside a silent creek and finds one tiny paw print filling with water.", 0.3, "hope", "Medium, slow zoom-in", "Cold", "Rising action", "the creek bed", "One print. Still warm."),
            Scene($"Smoke closes over a fallen oak; {Look}, claws at its hollow trunk while embers rain on her fur.", -0.8, "despair", "Wide, tracking", "Dark", "Climax", "burning forest", "She will not leave without him."),
            Scene($"A small muzzle pushes out of the hollow and {Look}, carries her lost cub by the neck toward the open river at sunrise.", 0.9, "joy", "Aerial, zoom-out", "Warm", "Resolution", "the river bank", "Found."),
        ],
    };

    public static Script Dull { get; } = new()
    {
        Title = "A fox",
        Language = "en",
        Scenes =
        [
            .. Enumerable.Range(0, 4).Select(_ => new Scene
            {
                Prompt = "A nice animal is in a beautiful place and it is very good.", Duration = 5,
                Narration = "Hello everyone, today we will talk about something interesting.",
            }),
        ],
    };

    public static BuiltInWriter Writer { get; } = new(ProductData.Shelf);

    private static Scene Scene(string prompt, double intensity, string emotion, string shot, string mood, string beat, string location, string told) => new()
    {
        Prompt = prompt,
        Duration = 5,
        Characters = ["Ember"],
        Intensity = intensity,
        Emotion = emotion,
        CameraShot = shot,
        LightingMood = mood,
        StoryBeat = beat,
        Location = location,
        TimeOfDay = "Dawn",
        Narration = told,
        VisualNotes = "ash drifting like snow",
    };
}
