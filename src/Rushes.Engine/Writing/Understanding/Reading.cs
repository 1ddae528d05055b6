using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>What could be read from an idea, before anything is invented.</summary>
internal sealed record Reading
{
    public required string Idea { get; init; }
    public required IReadOnlyList<string> Sentences { get; init; }

    // From here on an idea is a story told rather than a premise.
    private const int ToldFrom = 4;

    /// <summary>The idea tells its story sentence by sentence; the film follows it.</summary>
    public bool IsTold => Framed is null && Sentences.Count >= ToldFrom;

    /// <summary>The kind that the form of the idea tells, such as "howto"; null when its words must tell.</summary>
    public string? Framed { get; init; }

    /// <summary>What a how-to, list, review or fact film is about.</summary>
    public string? Subject { get; init; }

    /// <summary>The number of a list.</summary>
    public int? Count { get; init; }

    public Somebody? Hero { get; init; }
    public Somebody? Mate { get; init; }
    public Somebody? Sought { get; init; }

    /// <summary>The looks that it gives to people; the other parts are read without them.</summary>
    public IReadOnlyList<LookTail> Looks { get; init; } = [];

    /// <summary>What the hero wants, as a plain verb phrase.</summary>
    public string? Goal { get; init; }

    /// <summary>What the hero does, as the idea says it.</summary>
    public string? Event { get; init; }

    /// <summary>The thing that matters, without article: "message".</summary>
    public string? Thing { get; init; }

    /// <summary>The thing with what belongs to it: "message in a bottle".</summary>
    public string? WholeThing { get; init; }

    public IReadOnlyList<PlaceEntry> Places { get; init; } = [];

    /// <summary>A place that the lexicon does not know, in the idea's own words.</summary>
    public string? OwnPlace { get; init; }

    public string? Time { get; init; }
    public string? Weather { get; init; }

    /// <summary>Everything known that the idea names, as circumstances: "cat", "sea", "flower".</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The idea in lower case with single spaces, between two spaces, to look for cues.</summary>
    public string Plain { get; init; } = "";
}
