using Rushes.Engine.Texts;
using Rushes.Film;

namespace Rushes.Cli.Commands;

/// <summary>What became of a row of a batch.</summary>
internal sealed record BatchOutcome
{
    public int Row { get; init; }
    public string? Title { get; init; }
    public string? Project { get; init; }
    public string? Run { get; init; }
    public string? Film { get; init; }
    public int Scenes { get; init; }

    /// <summary>Scenes without a clip.</summary>
    public int Missing { get; init; }

    /// <summary>The column that the mistake is in; null where it is in none.</summary>
    public string? Column { get; init; }

    /// <summary>Null when there is a film, or a plan of one.</summary>
    public Mistake? Mistake { get; init; }

    /// <summary>The mistake with its row and column; null when there is none.</summary>
    public string? Line => Mistake is null ? null
        : Column is { } column ? Sentence.Of("cli.batch-cell", Row, column, Sentence.Of(Mistake)) : Sentence.Of("cli.batch-row", Row, Sentence.Of(Mistake));
}
