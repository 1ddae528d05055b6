namespace Rushes.Engine.Shooting.Runs;

/// <summary>What is to be filmed together.</summary>
public sealed record ShootPlan
{
    /// <summary>Absolute folder of the project.</summary>
    public required string Project { get; init; }

    public string Title { get; init; } = "";

    /// <summary>One for each scene that is to be filmed, in order; take numbers are given when they are stored.</summary>
    public required IReadOnlyList<ShotOrder> Orders { get; init; }

    /// <summary>Takes a scene, 1 to 12. Every scene is filmed once before any is filmed twice.</summary>
    public int Copies { get; init; } = 1;

    public required Cast Cast { get; init; }
}
