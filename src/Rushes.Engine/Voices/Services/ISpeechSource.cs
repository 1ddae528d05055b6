using Rushes.Film.Accounts;

namespace Rushes.Engine.Voices.Services;

/// <summary>The seam to one kind of service that speaks. One for each kind of account.</summary>
public interface ISpeechSource
{
    /// <summary>The provider's name, as accounts and voices give it.</summary>
    string Provider { get; }

    /// <summary>What is heard differs by the feeling that the script names.</summary>
    bool HearsEmotion { get; }

    /// <summary>False for an account that may be asked although it has no key.</summary>
    bool NeedsKey(Account account);

    /// <summary>
    /// The model to take at an address of the account's own, such as the first that a local server lists and that speaks.
    /// </summary>
    /// <returns>Null when the data files' models are the ones to take; empty when it has none that speaks.</returns>
    Task<string?> OwnModelAsync(Account account, CancellationToken cancellation);

    /// <summary>Everything that decides how the line sounds, as one text; the same text is the same sound. Never a key.</summary>
    string Essence(SpokenRequest request);

    /// <summary>Asks for a line once, and writes its sound to <paramref name="wav"/>.</summary>
    Task<SpeechAnswer> AskAsync(SpokenRequest request, string wav, CancellationToken cancellation);

    /// <summary>Makes another file of a line, spoken faster.</summary>
    Task<Utterance> HurryAsync(string wav, double pace, string into, CancellationToken cancellation);
}
