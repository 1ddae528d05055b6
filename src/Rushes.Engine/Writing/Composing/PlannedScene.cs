using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Composing;

/// <summary>A scene before it has words.</summary>
internal sealed record PlannedScene
{
    /// <summary>Counted from 0.</summary>
    public required int Index { get; init; }

    public required int Of { get; init; }
    public required string Beat { get; init; }
    public required string Turn { get; init; }
    public required double Intensity { get; init; }
    public double Seconds { get; init; }
    public string Time { get; init; } = "Day";
    public string? Weather { get; init; }
    public PlaceEntry? Place { get; init; }

    /// <summary>How sentences of this stay call the place, with its preposition.</summary>
    public string Called { get; init; } = "";

    /// <summary>A longer film sets a small hook here.</summary>
    public bool WantsTease { get; init; }

    /// <summary>The idea's own sentences for this scene, when it tells its story itself.</summary>
    public string? Told { get; init; }

    /// <summary>What the scene tells, whatever it shows.</summary>
    public string? Said { get; init; }

    /// <summary>How many items of a list the scene tells.</summary>
    public int Items { get; init; }

    public bool IsLast => Index == Of - 1;
}
