namespace Rushes.Engine.Library;

/// <summary>A model that films: what it can do and what it costs, as it was when somebody looked (<c>data/models</c>).</summary>
public sealed record VideoModel
{
    public required string Id { get; init; }
    public required string Provider { get; init; }
    public required Names Name { get; init; }

    /// <summary>The clip lengths in seconds; empty means any from <see cref="Shortest"/> to <see cref="Longest"/>.</summary>
    public IReadOnlyList<double> Lengths { get; init; } = [];

    public double Shortest { get; init; }
    public double Longest { get; init; }
    public required IReadOnlyList<string> Aspects { get; init; }

    /// <summary>Null: unknown.</summary>
    public decimal? PricePerSecond { get; init; }

    public string Currency { get; init; } = "USD";

    /// <summary>Whether its clips bring sound of their own.</summary>
    public bool BringsSound { get; init; }

    public required DateOnly CheckedOn { get; init; }
    public DateOnly? ShutsDown { get; init; }
}
