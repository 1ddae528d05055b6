using Rushes.Engine.Watching;

namespace Rushes.Engine.Shooting.Books;

/// <summary>A run to be stored.</summary>
public sealed record NewRun
{
    public required string Id { get; init; }

    /// <summary>Absolute folder of the project.</summary>
    public required string Project { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The providers whose accounts may film it, at least one.</summary>
    public required IReadOnlyList<string> Providers { get; init; }

    /// <summary>The only accounts that may film it; empty: every enabled one of the providers, also one that is added later.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>In the order in which they are to be filmed.</summary>
    public required IReadOnlyList<NewTake> Takes { get; init; }

    /// <summary>The process that waits for it.</summary>
    public required string Attendant { get; init; }

    public IReadOnlyList<LaneFacts> Lanes { get; init; } = [];
}
