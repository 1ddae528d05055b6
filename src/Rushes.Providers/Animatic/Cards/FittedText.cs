namespace Rushes.Providers.Animatic.Cards;

/// <summary>A text broken into lines that fit their box.</summary>
/// <param name="Em">Pixels.</param>
/// <param name="Loud">The line that is set larger, such as the number of an offer; -1 is none.</param>
internal sealed record FittedText(IReadOnlyList<string> Lines, double Em, int Loud = -1)
{
    /// <summary>How much larger the loud line is.</summary>
    public const double Louder = 1.75;

    public double EmOf(int line) => line == Loud ? Em * Louder : Em;
}
