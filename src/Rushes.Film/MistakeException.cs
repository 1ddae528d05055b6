namespace Rushes.Film;

/// <summary>Carries a <see cref="Mistake"/> from where it is found to the edge, where it becomes one sentence. Nobody between handles it.</summary>
public sealed class MistakeException(Mistake mistake) : Exception(mistake.Code)
{
    public Mistake Mistake { get; } = mistake;
}
