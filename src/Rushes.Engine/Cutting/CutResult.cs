namespace Rushes.Engine.Cutting;

/// <summary>What came of a cut.</summary>
public sealed record CutResult
{
    /// <summary>Absolute path of the film; null while a scene has no clip and no cards were asked for.</summary>
    public string? Film { get; init; }

    /// <summary>Scenes without a clip.</summary>
    public IReadOnlyList<int> Missing { get; init; } = [];

    public int Frames { get; init; }
    public double Seconds { get; init; }

    /// <summary>Absolute paths; null where there is nothing to write or only the film was asked for.</summary>
    public string? SubRip { get; init; }

    public string? WebVtt { get; init; }
    public string? Storyboard { get; init; }
    public string? Thumbnail { get; init; }

    /// <summary>Sentences for the user, in the user's language.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
