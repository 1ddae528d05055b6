using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Engine.Voices;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Providers.Speech;

/// <summary>espeak-ng as a separate process: plain preview voices for every language of the product.</summary>
public sealed class EspeakSpeech(MediaPrograms programs, ProgramFinder finder, DataShelf shelf) : ISpeechEngine
{
    /// <summary>Words a minute at rate 1; at <see cref="SpeechDirector.Fastest"/> it reaches the 190 that is still easy to follow.</summary>
    private const double NaturalPace = 162;

    private VoiceBook Book => shelf.Read<VoiceBook>("voices/espeak-ng.json");

    public string Name => "espeak-ng";

    public string Remedy => Sentence.Of("film.install-voice", ProgramFinder.InstallCommand("espeak-ng"));

    private IEnumerable<Voice> All =>
        from accent in Book.Accents
        from timbre in Book.Timbres
        select new Voice(
            $"{Name}:{accent.Voice}+{timbre.Variant}", accent.Language, timbre.Gender, timbre.Age, $"{accent.Label}, {timbre.Label} ({Book.Label})");

    public Task<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Voice>>(finder.Espeak() is null ? [] : [.. All]);

    public Voice? Find(string name, string language) =>
        All.FirstOrDefault(voice => voice.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && voice.Language == language);

    public async Task<Utterance> SpeakAsync(SpeechOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (finder.Espeak() is not { } espeak)
            return new Utterance.Silent(Remedy, ForNow: true);
        var voice = order.Voice.Own;
        var variant = voice[(voice.IndexOf('+', StringComparison.Ordinal) + 1)..];
        var pitch = Book.Timbres.FirstOrDefault(timbre => timbre.Variant == variant)?.Pitch ?? 50;
        var sound = new MemoryStream();
        var call = new MediaCall
        {
            Arguments =
            [
                "-v", voice,
                "-s", ((int)Math.Round(NaturalPace * order.Pace)).ToString(CultureInfo.InvariantCulture),
                "-p", ((int)Math.Clamp(pitch * order.Manner.Height, 0, 99)).ToString(CultureInfo.InvariantCulture),
                "-b", "1", "--stdin", "--stdout",
            ],
            // Its sound library makes folders of its own in the user's home, even when nothing is played.
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PULSE_RUNTIME_PATH"] = "/dev/null" },
            Feed = (input, stop) => input.WriteAsync(Encoding.UTF8.GetBytes(Speakable.Of(order.Text)), stop).AsTask(),
            Read = (output, stop) => output.CopyToAsync(sound, stop),
        };
        var result = await programs.RunAsync(espeak, call, cancellation);
        return result.Succeeded
            ? VoiceFile.Write(SamplesOf(sound.GetBuffer().AsSpan(0, (int)sound.Length)), order.Wav, result.Complaint)
            : new Utterance.Silent(result.Complaint);
    }

    /// <summary>What it said: a wave file of mono 16-bit samples in a rate that depends on the voice, and in whose header the length is not to be believed.</summary>
    /// <returns>Nothing where it is no such file.</returns>
    private static Span<short> SamplesOf(Span<byte> wave)
    {
        if (wave.Length <= WaveHeader || !wave.StartsWith("RIFF"u8))
            return [];
        var rate = BinaryPrimitives.ReadInt32LittleEndian(wave[RateAt..]);
        return rate is < SlowestRate or > PcmWave.SampleRate ? [] : SampleRates.Change(MemoryMarshal.Cast<byte, short>(wave[WaveHeader..(wave.Length & ~1)]), rate, PcmWave.SampleRate);
    }

    private const int WaveHeader = 44;
    private const int RateAt = 24;

    /// <summary>Samples a second; its voices have 16,000 or 22,050.</summary>
    private const int SlowestRate = 8_000;

    internal sealed record VoiceBook(Names Label, IReadOnlyList<Accent> Accents, IReadOnlyList<Timbre> Timbres);

    internal sealed record Accent(string Language, string Voice, Names Label);

    internal sealed record Timbre(string Variant, string Gender, string Age, int Pitch, Names Label);
}
