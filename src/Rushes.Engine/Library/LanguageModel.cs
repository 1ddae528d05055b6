namespace Rushes.Engine.Library;

/// <summary>A model that writes: what it takes and what it costs, as it was when somebody looked (<c>data/language-models</c>).</summary>
public sealed record LanguageModel
{
    /// <summary>The provider's own name for it, which <c>--writer PROVIDER:MODEL</c> names.</summary>
    public required string Id { get; init; }

    public required string Provider { get; init; }
    public required Names Name { get; init; }

    /// <summary>1 is asked first; the next ranks when those before rest or fail. Null: only when the user names it.</summary>
    public int? Rank { get; init; }

    /// <summary>Tokens that question and answer may have together; null: unknown.</summary>
    public int? Context { get; init; }

    /// <summary>Most tokens of an answer; null: unknown, and none is sent.</summary>
    public int? OutputLimit { get; init; }

    /// <summary>Sent with every question. Null where the model has it no longer or does not need it: newer ones answer 400 to it.</summary>
    public double? Temperature { get; init; }

    public StructuredOutput Structured { get; init; }

    /// <summary>What a million tokens of question cost; null: unknown.</summary>
    public decimal? InputPerMillion { get; init; }

    /// <summary>What a million tokens of answer cost, thinking included; null: unknown.</summary>
    public decimal? OutputPerMillion { get; init; }

    public string Currency { get; init; } = "USD";

    /// <summary>The last day of these prices, where the provider named one.</summary>
    public DateOnly? PricesUntil { get; init; }

    public required DateOnly CheckedOn { get; init; }
    public DateOnly? ShutsDown { get; init; }

    /// <summary>A model that no file describes, such as one on the user's own machine.</summary>
    public static LanguageModel Unlisted(string provider, string id) =>
        new() { Id = id, Provider = provider, Name = new(id), CheckedOn = DateOnly.MinValue };

    /// <summary>Null: unknown.</summary>
    public decimal? CostOf(long inputTokens, long outputTokens) =>
        ((InputPerMillion * inputTokens) + (OutputPerMillion * outputTokens)) / 1_000_000;
}
