namespace Rushes.Engine.Writing.Phrases;

/// <summary>A place as words.</summary>
public sealed record PlaceEntry
{
    public required string Id { get; init; }

    /// <summary>How an idea may call it.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>How a sentence calls it: "the narrow alley", "con hẻm nhỏ". Several names keep scenes from sounding alike.</summary>
    public required IReadOnlyList<string> Called { get; init; }

    /// <summary>The preposition: "in", "on", "trong", "trên".</summary>
    public required string At { get; init; }

    /// <summary>Circumstances, such as "outdoor street".</summary>
    public required string Tags { get; init; }

    /// <summary>Whole sentences of what is there, by circumstances ("any", "rain", "night market").</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Details { get; init; }

    /// <summary>The bed of sound.</summary>
    public string? Sound { get; init; }
}
