namespace Rushes.Engine.Voices.Services;

/// <summary>A model that speaks: what it takes and what it costs.</summary>
public sealed record SpeechModel
{
    /// <summary>The service's own name for it.</summary>
    public required string Id { get; init; }

    /// <summary>1 is asked first; the next ranks when those before rest or fail. Null: not asked.</summary>
    public int? Rank { get; init; }

    /// <summary>Primary subtags; null: every language that the service speaks.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Most characters of one line; null: unknown.</summary>
    public int? LongestText { get; init; }

    /// <summary>What the wire offers and this model does not take, such as <c>speed</c>.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>What a million characters of text cost.</summary>
    public decimal? PerMillionCharacters { get; init; }

    /// <summary>What a second of speech costs, where the service counts it and does not say how much it counted.</summary>
    public decimal? PerSecond { get; init; }

    /// <summary>What a million tokens of text cost.</summary>
    public decimal? InputPerMillion { get; init; }

    /// <summary>What a million tokens of speech cost.</summary>
    public decimal? OutputPerMillion { get; init; }

    /// <summary>Tokens of a second of speech, to reckon a price beforehand.</summary>
    public double? TokensPerSecond { get; init; }

    public string Currency { get; init; } = "USD";

    public required DateOnly CheckedOn { get; init; }

    public DateOnly? ShutsDown { get; init; }

    public bool Takes(string what) => !Without.Contains(what, StringComparer.Ordinal);

    public bool Speaks(string language) => Languages?.Contains(language, StringComparer.Ordinal) != false;

    /// <summary>What a line costs; null: unknown.</summary>
    /// <param name="input">Tokens of text, and of speech, where the service counts them.</param>
    public decimal? CostOf(int characters, double seconds, long? input = null, long? output = null)
    {
        if (PerMillionCharacters is { } text)
            return text * characters / 1_000_000;
        if (PerSecond is { } second)
            return second * (decimal)seconds;
        output ??= TokensPerSecond is { } dense ? (long)Math.Ceiling(dense * seconds) : null;
        return OutputPerMillion is { } price && output is { } tokens
            ? ((price * tokens) + ((InputPerMillion ?? 0) * (input ?? characters / 4))) / 1_000_000
            : null;
    }

    /// <summary>A model that no file describes, such as one on the user's own machine.</summary>
    public static SpeechModel Unlisted(string id) => new() { Id = id, CheckedOn = DateOnly.MinValue };
}
