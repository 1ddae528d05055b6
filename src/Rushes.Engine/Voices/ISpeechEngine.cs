using Rushes.Engine.Library;

namespace Rushes.Engine.Voices;

/// <summary>The seam to something that speaks: a program on this machine, a folder of voices, a service.</summary>
public interface ISpeechEngine
{
    /// <summary>The name before the colon of a voice, such as <c>espeak-ng</c>.</summary>
    string Name { get; }

    /// <summary>A line may sound different by the feeling that the script names for it.</summary>
    bool HearsEmotion => false;

    /// <summary>What has to be done before its voices can be used, as a sentence; null when there is nothing to be said.</summary>
    string? Remedy => null;

    /// <summary>It may ask for money.</summary>
    bool Charges => false;

    /// <summary>The voices that are usable on this machine now; empty when the engine is missing.</summary>
    Task<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellation);

    /// <summary>A voice by its name, usable now or not.</summary>
    /// <param name="name">With the engine's name before the colon.</param>
    /// <param name="language">What it is to speak.</param>
    /// <returns>Null when the engine has no such voice, or it does not speak the language.</returns>
    Voice? Find(string name, string language);

    /// <summary>What a line would cost now; nothing where it was paid for before.</summary>
    /// <param name="seconds">How long it takes to say, about.</param>
    /// <returns>Null when the engine could not speak it.</returns>
    Task<CostShare?> PriceAsync(SpeechOrder order, double seconds, CancellationToken cancellation) => Task.FromResult<CostShare?>(CostShare.Nothing);

    /// <summary>Speaks one line into <see cref="SpeechOrder.Wav"/>: 48 kHz mono 16-bit PCM, silence at both ends trimmed.</summary>
    Task<Utterance> SpeakAsync(SpeechOrder order, CancellationToken cancellation);
}
