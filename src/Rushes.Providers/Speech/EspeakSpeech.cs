using System.Globalization;
using System.Text;
using Rushes.Engine.Library;
using Rushes.Engine.Voices;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Providers.Speech;

/// <summary>espeak-ng as a separate process: plain preview voices for every language of the product.</summary>
public sealed class EspeakSpeech(MediaPrograms programs, ProgramFinder finder, DataShelf shelf) : ISpeechEngine
{
    /// <summary>Words a minute at rate 1; at <see cref="SpeechDirector.Fastest"/> it reaches the 190 that is still easy to follow.</summary>
    private const double NaturalPace = 162;

    private readonly Lazy<VoiceBook> _book = new(() => shelf.Read<VoiceBook>("voices/espeak-ng.json"));

    public string Name => "espeak-ng";

    public Task<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellation)
    {
        if (finder.Espeak() is null)
            return Task.FromResult<IReadOnlyList<Voice>>([]);
        var book = _book.Value;
        IReadOnlyList<Voice> voices =
        [
            .. from accent in book.Accents
               from timbre in book.Timbres
               select new Voice(
                   $"{Name}:{accent.Voice}+{timbre.Variant}", accent.Language, timbre.Gender, timbre.Age, $"{accent.Label}, {timbre.Label} ({book.Label})"),
        ];
        return Task.FromResult(voices);
    }

    public async Task<Utterance> SpeakAsync(SpeechOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (finder.Espeak() is not { } espeak)
            return new Utterance.Silent("espeak-ng");
        var voice = order.Voice.Name[(Name.Length + 1)..];
        var variant = voice[(voice.IndexOf('+', StringComparison.Ordinal) + 1)..];
        var pitch = _book.Value.Timbres.FirstOrDefault(timbre => timbre.Variant == variant)?.Pitch ?? 50;
        var sound = new MemoryStream();
        var call = new MediaCall
        {
            Arguments =
            [
                "-v", voice,
                "-s", ((int)Math.Round(NaturalPace * order.Rate)).ToString(CultureInfo.InvariantCulture),
                "-p", ((int)Math.Clamp(pitch * order.Pitch, 0, 99)).ToString(CultureInfo.InvariantCulture),
                "-b", "1", "--stdin", "--stdout",
            ],
            // Its sound library makes folders of its own in the user's home, even when nothing is played.
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PULSE_RUNTIME_PATH"] = "/dev/null" },
            Feed = (input, stop) => input.WriteAsync(Encoding.UTF8.GetBytes(Speakable.Of(order.Text)), stop).AsTask(),
            Read = (output, stop) => output.CopyToAsync(sound, stop),
        };
        var result = await programs.RunAsync(espeak, call, cancellation);
        if (!result.Succeeded || sound.Length <= WaveHeader)
            return new Utterance.Silent(result.Complaint);
        sound.Position = 0;
        return await VoiceFile.WriteAsync(programs, ["-i", "pipe:0"], (input, stop) => sound.CopyToAsync(input, stop), 1, order.Wav, null, cancellation);
    }

    private const int WaveHeader = 44;

    internal sealed record VoiceBook(Names Label, IReadOnlyList<Accent> Accents, IReadOnlyList<Timbre> Timbres);

    internal sealed record Accent(string Language, string Voice, Names Label);

    internal sealed record Timbre(string Variant, string Gender, string Age, int Pitch, Names Label);
}
