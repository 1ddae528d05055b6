namespace Rushes.Engine.Writing.Sales;

/// <summary>How the texts to post are phrased in a language.</summary>
public sealed record PostWords
{
    /// <summary>First lines, with an emoji (<c>{emoji}</c>).</summary>
    public required IReadOnlyList<string> First { get; init; }

    /// <summary>What stands before each point in the second line.</summary>
    public required IReadOnlyList<string> Marks { get; init; }

    public required IReadOnlyList<string> Price { get; init; }
    public required IReadOnlyList<string> Offer { get; init; }
    public required IReadOnlyList<string> Call { get; init; }
    public required IReadOnlyList<string> Titles { get; init; }
    public required IReadOnlyList<string> Thumbnails { get; init; }

    /// <summary>Tags that suit any product.</summary>
    public required IReadOnlyList<string> Hashtags { get; init; }
}
