namespace Rushes.FakeProviders.Faults;

/// <summary>One thing that goes wrong, at one moment, so many times.</summary>
public sealed record Fault
{
    /// <summary>For <see cref="Times"/>: without end.</summary>
    public const int Always = int.MaxValue;

    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>When.</summary>
    public required Moment On { get; init; }

    /// <summary>How often, 1 and above.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The wait it asks for, the delay it makes, or the number of questions it lasts.</summary>
    public double? Seconds { get; init; }

    /// <summary>The name it was asked for by.</summary>
    public string Name { get; init; } = "";

    /// <summary>Reads <c>[moment-]name[:seconds][*times]</c>, for example <c>429</c>, <c>status-503*2</c>, <c>429:1.5*always</c>.</summary>
    /// <exception cref="FormatException">No fault is called so.</exception>
    public static Fault Parse(string text) => FaultNames.Find(text) ?? throw new FormatException(
        $"No fault is called \"{text}\". Known: {string.Join(", ", FaultNames.Names)}.");
}
