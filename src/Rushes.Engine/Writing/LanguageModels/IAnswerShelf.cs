namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>Answers that were paid for, by the digest of their question, so that a repeated or resumed command does not pay again.</summary>
public interface IAnswerShelf
{
    /// <returns>Null when the question was never answered.</returns>
    Task<string?> FindAsync(string digest, CancellationToken cancellation);

    Task KeepAsync(string digest, string answer, CancellationToken cancellation);
}
