namespace Rushes.FakeProviders.Faults;

/// <summary>Faults that come one after the other to those calls that match. What is left out matches everything.</summary>
public sealed record FaultPlan
{
    /// <summary>A part of the prompt, whatever its case.</summary>
    public string? Prompt { get; init; }

    /// <summary>Name of the account, or its credential.</summary>
    public string? Account { get; init; }

    /// <summary>A part of the path.</summary>
    public string? Path { get; init; }

    /// <summary>So many matching calls pass before the first step, 0 and above.</summary>
    public int After { get; init; }

    /// <summary>The faults in order; each comes as often as its <see cref="Fault.Times"/>.</summary>
    public required IReadOnlyList<Fault> Steps { get; init; }
}
