namespace Rushes.FakeProviders;

/// <summary>Somebody whom a fake provider knows. Limits left out are those of <see cref="FakeOptions"/>.</summary>
public sealed record FakeAccount
{
    /// <summary>How the account is called in the call log; never a credential.</summary>
    public required string Name { get; init; }

    /// <summary>Bearer tokens or API keys that mean this account.</summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    /// <summary>The project which its requests must name, where the wire has projects.</summary>
    public string? Project { get; init; }

    /// <summary>How long a generation takes for this account.</summary>
    public TimeSpan? Generate { get; init; }

    /// <summary>How many generations of this account run at once.</summary>
    public int? Slots { get; init; }

    /// <summary>How many submissions it may make in any 60 seconds.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Each token is refused after so many calls, as if it had expired.</summary>
    public int? CallsPerToken { get; init; }
}
