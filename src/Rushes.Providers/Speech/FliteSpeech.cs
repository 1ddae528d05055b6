using System.Text;
using Rushes.Engine.Library;
using Rushes.Engine.Voices;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Providers.Speech;

/// <summary>English by flite, where this machine's ffmpeg has it built in.</summary>
public sealed class FliteSpeech(MediaPrograms programs, DataShelf shelf) : ISpeechEngine
{
    private VoiceBook Book => shelf.Read<VoiceBook>("voices/flite.json");
    private Task<bool>? _present;

    public string Name => "flite";

    private IEnumerable<Voice> All =>
        Book.Voices.Select(voice => new Voice($"{Name}:{voice.Voice}", voice.Language, voice.Gender, voice.Age, $"{voice.Label} ({Book.Label})"));

    public async Task<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellation) => await (_present ??= AskAsync()) ? [.. All] : [];

    public Voice? Find(string name, string language) =>
        All.FirstOrDefault(voice => voice.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && voice.Language == language);

    public async Task<Utterance> SpeakAsync(SpeechOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var voice = order.Voice.Own;
        var folder = Path.GetDirectoryName(order.Wav)!;
        var text = $"{Guid.NewGuid():N}.txt";
        try
        {
            // The words go by file and under a plain name: they never meet the filter syntax.
            await File.WriteAllTextAsync(Path.Combine(folder, text), Speakable.Of(order.Text), new UTF8Encoding(false), cancellation);
            return await VoiceFile.WriteAsync(
                programs, ["-f", "lavfi", "-i", $"flite=textfile={text}:voice={voice}"], null, order.Pace, order.Wav, folder, cancellation);
        }
        finally
        {
            File.Delete(Path.Combine(folder, text));
        }
    }

    private async Task<bool> AskAsync()
    {
        var filters = await programs.FfmpegAsync(new MediaCall { Arguments = ["-filters"] }, CancellationToken.None);
        return filters.Output.Contains(" flite ", StringComparison.Ordinal);
    }

    internal sealed record VoiceBook(Names Label, IReadOnlyList<Entry> Voices);

    internal sealed record Entry(string Voice, string Language, string Gender, string Age, Names Label);
}
