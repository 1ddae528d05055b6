namespace Rushes.Engine.Voices;

/// <summary>The seam to something that speaks: espeak-ng, flite, later services and voice folders.</summary>
public interface ISpeechEngine
{
    /// <summary>The name before the colon of a voice, such as <c>espeak-ng</c>.</summary>
    string Name { get; }

    /// <summary>The voices that are usable on this machine now; empty when the engine is missing.</summary>
    Task<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellation);

    /// <summary>Speaks one line into <see cref="SpeechOrder.Wav"/>: 48 kHz mono 16-bit PCM, silence at both ends trimmed.</summary>
    Task<Utterance> SpeakAsync(SpeechOrder order, CancellationToken cancellation);
}
