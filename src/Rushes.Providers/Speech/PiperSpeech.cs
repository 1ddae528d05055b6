using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Engine.Voices;
using Rushes.Providers.Ffmpeg;
using Rushes.Providers.Http;

namespace Rushes.Providers.Speech;

/// <summary>
/// A folder of Piper voices, spoken by its executable as a separate process: <c>NAME.onnx</c> with <c>NAME.onnx.json</c> beside it. The user brings both;
/// each voice has a licence of its own.
/// </summary>
/// <param name="folder">Absolute; need not exist.</param>
public sealed class PiperSpeech(MediaPrograms programs, ProgramFinder finder, DataShelf shelf, string folder) : ISpeechEngine
{
    private const double Silence = 0.2;

    private readonly ConcurrentDictionary<(string File, DateTime Changed), PiperVoice?> _read = new();

    public string Name => "piper";

    public string Remedy => Sentence.Of("voices.needs-piper", folder);

    // A piper run loads a model of 60 MB and keeps every core busy by itself.
    private SemaphoreSlim Runs { get; } = new(Math.Max(1, Environment.ProcessorCount / 2));

    private PiperBook Book => shelf.Read<PiperBook>("voices/piper.json");

    public Task<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Voice>>(finder.Piper() is null ? [] : [.. All().SelectMany(VoicesOf)]);

    public Voice? Find(string name, string language) =>
        All().SelectMany(VoicesOf).FirstOrDefault(voice => voice.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && voice.Language == language);

    public async Task<Utterance> SpeakAsync(SpeechOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var (name, speaker) = order.Voice.Own.Split('#', 2) is [var own, var number] ? (own, number) : (order.Voice.Own, null);
        if (finder.Piper() is not { } piper || All().FirstOrDefault(voice => voice.Name == name) is not { } found)
            return new Utterance.Silent(Remedy, ForNow: true);
        var spoken = $"{order.Wav}.{Guid.NewGuid():N}.piper.wav";
        await Runs.WaitAsync(cancellation);
        try
        {
            var call = new MediaCall
            {
                Arguments = [.. Arguments(found, order, speaker), "--output_file", spoken],
                // It says one line of its input at a time.
                Feed = (input, stop) => input.WriteAsync(Encoding.UTF8.GetBytes(Speakable.Plain(order.Text) + "\n"), stop).AsTask(),
            };
            var result = await programs.RunAsync(piper, call, cancellation);
            return result.Succeeded && File.Exists(spoken)
                ? await VoiceFile.WriteAsync(programs, ["-i", spoken], null, 1, order.Wav, null, cancellation)
                : new Utterance.Silent(result.Complaint.Length > 0 ? result.Complaint.Split('\n')[^1] : Sentence.Of("voices.no-sound"));
        }
        finally
        {
            Runs.Release();
            File.Delete(spoken);
        }
    }

    private IEnumerable<string> Arguments(PiperVoice voice, SpeechOrder order, string? speaker)
    {
        yield return "--model";
        yield return voice.Model;
        yield return "--length_scale";
        yield return Number(voice.LengthScale / order.Pace);
        yield return "--sentence_silence";
        yield return Number(Silence);
        if (order.Manner.Expressiveness is { } much)
        {
            yield return "--noise_scale";
            yield return Number(voice.NoiseScale * (Book.Even + ((Book.Lively - Book.Even) * much)));
        }

        if (speaker is not null)
        {
            yield return "--speaker";
            yield return speaker;
        }
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private IEnumerable<PiperVoice> All() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.onnx", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => _read.GetOrAdd((file, File.GetLastWriteTimeUtc(file)), static key => Read(key.File)))
            .OfType<PiperVoice>()
        : [];

    /// <summary>One voice, or one a speaker where the model has several.</summary>
    private IEnumerable<Voice> VoicesOf(PiperVoice voice)
    {
        var book = Book;
        var known = book.Known.FirstOrDefault(entry => entry.Voice == voice.Name);
        var (gender, age) = (known?.Gender ?? "female", known?.Age ?? "adult");
        if (voice.Speakers <= 1)
            return [new($"{Name}:{voice.Name}", voice.Language, gender, age, $"{voice.Label} ({book.Label})")];
        return Enumerable.Range(0, Math.Min(voice.Speakers, book.MostSpeakers)).Select(speaker => new Voice(
            string.Create(CultureInfo.InvariantCulture, $"{Name}:{voice.Name}#{speaker}"), voice.Language, gender, age,
            string.Create(CultureInfo.InvariantCulture, $"{voice.Label} {speaker} ({book.Label})")));
    }

    /// <returns>Null when there is no description beside the model, or it is none.</returns>
    private static PiperVoice? Read(string model)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(model + ".json"));
            var json = document.RootElement;
            var code = json.Text("language", "code") ?? json.Text("espeak", "voice");
            if (code is not { Length: >= 2 })
                return null;
            var name = Path.GetFileNameWithoutExtension(model);
            return new(
                name,
                model,
                code.Split('_', '-')[0].ToLowerInvariant(),
                json.Text("dataset") is { Length: > 0 } dataset ? $"{json.Text("language", "name_english") ?? code}, {dataset}" : name,
                (int)(json.Number("num_speakers") ?? 1),
                json.Number("inference", "length_scale") ?? 1,
                json.Number("inference", "noise_scale") ?? 0.667);
        }
        catch (Exception none) when (none is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record PiperVoice(string Name, string Model, string Language, string Label, int Speakers, double LengthScale, double NoiseScale);

    /// <summary><c>data/voices/piper.json</c>.</summary>
    /// <param name="Known">What the voices' own descriptions do not say.</param>
    /// <param name="MostSpeakers">Speakers of one model that are offered.</param>
    /// <param name="Even">What the model's own noise is multiplied by for the least expressiveness.</param>
    /// <param name="Lively">And for the most.</param>
    internal sealed record PiperBook(Names Label, IReadOnlyList<KnownVoice> Known, int MostSpeakers, double Even, double Lively);

    internal sealed record KnownVoice(string Voice, string Gender, string Age);
}
