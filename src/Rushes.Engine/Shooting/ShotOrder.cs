using Rushes.Engine.Shooting.Prompts;
using Rushes.Engine.Voices;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Shooting;

/// <summary>
/// Everything that a provider needs to film one take. Stored with the take as JSON before anything is sent, so any process can film it; its digest
/// tells whether a take still fits the script.
/// </summary>
public sealed record ShotOrder
{
    /// <summary>Absolute folder of the project.</summary>
    public required string Project { get; init; }

    public required int Scene { get; init; }
    public required int SceneCount { get; init; }
    public required int Take { get; init; }
    public required Workflow Workflow { get; init; }

    /// <summary>The prompt of the script; what a provider gets of it is in <see cref="Sent"/>.</summary>
    public required string Prompt { get; init; }

    public string? Negative { get; init; }

    /// <summary>Frames to film, at <see cref="Rate"/>.</summary>
    public required int Frames { get; init; }

    public FrameRate Rate { get; init; } = FrameRate.Film;
    public required FrameSize Size { get; init; }
    public required Aspect Aspect { get; init; }
    public required long Seed { get; init; }
    public required string Language { get; init; }
    public required string Style { get; init; }
    public string? Model { get; init; }

    /// <summary>What the clip is to be enlarged to, such as <c>4k</c>; null leaves it as it is filmed.</summary>
    public string? Upscale { get; init; }

    /// <summary>The scene as scripted and who is in it.</summary>
    public required Scene Shot { get; init; }

    public IReadOnlyList<Character> Cast { get; init; } = [];

    /// <summary>What is spoken in the scene, with times from the scene's start.</summary>
    public IReadOnlyList<SpokenLine> Lines { get; init; } = [];

    /// <summary>Captions to draw into the picture; empty when they are soft or off.</summary>
    public IReadOnlyList<CaptionCue> Captions { get; init; } = [];

    /// <summary>Whose free zone the captions keep to, such as <c>tiktok</c>; null is the plain safe area.</summary>
    public string? Platform { get; init; }

    public bool Slate { get; init; } = true;

    /// <summary>The number on the slate of the clip, where the scene has another one by now; null: the scene's own, or no slate.</summary>
    public int? Slated { get; init; }

    /// <summary>The user's picture of an image film.</summary>
    public Picture? Picture { get; init; }

    /// <summary>The card of a sales film.</summary>
    public SalesCard? Card { get; init; }

    /// <summary>The scene that the clip goes on from, with <c>--chain</c>: the take waits for it, and starts from its last frame; null waits for none.</summary>
    public int? After { get; init; }

    /// <summary>Absolute path of the frame that the clip starts from, with <c>--chain</c>; one beside a clip may have to be taken from it yet.</summary>
    public string? FirstFrame { get; init; }

    /// <summary>Absolute path of the picture that the clip ends at, where the model can.</summary>
    public string? LastFrame { get; init; }

    /// <summary>Pictures of who and what is seen, the most important first.</summary>
    public IReadOnlyList<ReferencePicture>? References { get; init; }

    /// <summary>What each provider that may film the scene is sent, by its name; null where nobody reads a prompt.</summary>
    public IReadOnlyDictionary<string, SentPrompt>? Sent { get; init; }

    /// <summary>The order as a provider gets it: with the prompt, the negatives and the pictures exactly as they are sent.</summary>
    public ShotOrder For(string provider) => Sent?.GetValueOrDefault(provider) is { } sent
        ? this with { Prompt = sent.Text, Negative = sent.Negative, References = sent.References, Sent = null }
        : this;
}
