namespace Rushes.Engine.Shooting.Runs;

/// <summary>What the user wants to be filmed once more.</summary>
public sealed record RetryWish
{
    /// <summary>Null: every scene without a clip whose takes have come to nothing.</summary>
    public int? Scene { get; init; }

    /// <summary>Id or unique name of the account that should film it.</summary>
    public string? Account { get; init; }

    /// <summary>Null: another one than before.</summary>
    public long? Seed { get; init; }
}
