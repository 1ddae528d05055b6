using Rushes.Engine.Voices;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Cutting;

/// <summary>What the cut knows of one scene.</summary>
public sealed record CutScene
{
    /// <summary>Its number; 1 is the first.</summary>
    public required int Scene { get; init; }

    /// <summary>Frames on screen.</summary>
    public required int Frames { get; init; }

    /// <summary>Absolute path of the picked take's clip; null while there is none.</summary>
    public string? Clip { get; init; }

    /// <summary>The clip is in the film's own form already, its captions drawn: it is copied.</summary>
    public bool Normal { get; init; }

    /// <summary>Rushes coded the normal clip for this film and has not let it out of its hands: its index is enough, nothing of it is decoded before it is copied.</summary>
    public bool Own { get; init; }

    /// <summary>A normal clip brings sound of its own. (Of other clips it is found out.)</summary>
    public bool Audible { get; init; }

    /// <summary>The take that the clip is; null when it came from elsewhere.</summary>
    public int? Take { get; init; }

    /// <summary>Who filmed it, such as <c>animatic</c> or <c>google-flow veo-3.1</c>.</summary>
    public string? Maker { get; init; }

    /// <summary>A trained model made it, in contrast to drawings and the user's own pictures.</summary>
    public bool Generated { get; init; }

    /// <summary>The scene as scripted: where the hints for sound and music come from, and what a card says.</summary>
    public Scene? Shot { get; init; }

    /// <summary>What is spoken, with times from the scene's start.</summary>
    public IReadOnlyList<SpokenLine> Lines { get; init; } = [];

    /// <summary>Captions, with times from the scene's start.</summary>
    public IReadOnlyList<CaptionCue> Captions { get; init; } = [];
}
