using Rushes.Engine.Voices;
using Rushes.Film;

namespace Rushes.Studio.Live;

/// <summary>Lets voices say a sentence to who chooses among them; only those that cost nothing.</summary>
public sealed class VoiceBooth(VoiceSamples samples, SpeechDirector director, StudioOptions options) : IDisposable
{
    private readonly SemaphoreSlim _microphone = new(1, 1);

    /// <summary>What each voice has said; only who has the microphone looks.</summary>
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);

    /// <returns>Absolute file: 48 kHz mono 16-bit PCM.</returns>
    /// <exception cref="MistakeException">There is no such voice, it could not speak, or it would ask for money.</exception>
    public async Task<string> HearAsync(string voice, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(voice);
        if (director.EngineOf(voice) is { Charges: true })
            throw Mistake.Input("voices.sample-costs", "voice", voice).AsException();
        await _microphone.WaitAsync(cancellation);
        try
        {
            if (_said.TryGetValue(voice, out var known) && File.Exists(known))
                return known;
            var sample = await samples.SpeakAsync(voice, null, null, null, Path.Combine(options.Cache, "heard"), null, cancellation);
            return _said[voice] = sample.File;
        }
        finally
        {
            _microphone.Release();
        }
    }

    public void Dispose() => _microphone.Dispose();
}
