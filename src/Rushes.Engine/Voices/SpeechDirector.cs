using System.Security.Cryptography;
using System.Text;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Voices;

/// <summary>
/// Has every line of a script spoken and places it in its scene. Speech decides: a line that needs longer than its scene is spoken a little
/// faster (up to <see cref="Fastest"/>), then the scene is held longer; speech is never cut. Lines are kept by what was asked, so that an
/// unchanged line is spoken once.
/// </summary>
public sealed class SpeechDirector(IEnumerable<ISpeechEngine> engines, CharacterBearing bearing, SpeakingRates rates)
{
    /// <summary>How much faster than its natural pace a line may be spoken.</summary>
    public const double Fastest = 1.15;

    private const double LeadIn = 0.35;
    private const double Gap = 0.3;
    private const double LeadOut = 0.35;
    private readonly IReadOnlyList<ISpeechEngine> _engines = [.. engines];

    /// <summary>Speaks the whole script.</summary>
    /// <param name="folder">Absolute folder for the lines' sound files.</param>
    /// <param name="spoken">Told after each scene, from any thread.</param>
    public async Task<SpokenFilm> SpeakAsync(Script script, string? wantedVoice, FrameRate rate, string folder, Action<SpokenScene>? spoken, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(script);
        Directory.CreateDirectory(folder);
        var voices = await VoicesAsync(script.Language, cancellation);
        var casting = VoiceCasting.Cast(script, voices, bearing.Of, wantedVoice);
        var scenes = new SpokenScene[script.Scenes.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, scenes.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount), CancellationToken = cancellation },
            async (index, stop) =>
            {
                scenes[index] = await SpeakSceneAsync(index + 1, script.Scenes[index], script.Language, casting, rate, folder, stop);
                spoken?.Invoke(scenes[index]);
            });
        var silent = scenes.Any(scene => scene.Lines.Any(line => line.Wav is null));
        return new SpokenFilm(scenes, casting, silent);
    }

    /// <summary>The usable voices of a language, those of the first engine first.</summary>
    public async Task<IReadOnlyList<Voice>> VoicesAsync(string? language, CancellationToken cancellation)
    {
        var voices = new List<Voice>();
        foreach (var engine in _engines)
            voices.AddRange((await engine.VoicesAsync(cancellation)).Where(voice => language is null || voice.Language == language));
        return voices;
    }

    private async Task<SpokenScene> SpeakSceneAsync(
        int number, Scene scene, string language, VoiceCasting casting, FrameRate rate, string folder, CancellationToken cancellation)
    {
        var tracks = VoiceTrack.Of(scene);
        var planned = rate.Frames(scene.Duration);
        if (tracks.Count == 0)
            return new SpokenScene(number, planned, [], 0);
        var room = rate.Seconds(planned) - LeadIn - LeadOut - Gap * (tracks.Count - 1);
        var takes = await SpeakAllAsync(tracks, language, casting, 1, folder, cancellation);
        var needed = takes.Sum(take => take.Seconds);
        if (needed > room)
        {
            var faster = Math.Min(Fastest, Math.Ceiling(100 * needed / Math.Max(room, 0.1)) / 100);
            takes = await SpeakAllAsync(tracks, language, casting, faster, folder, cancellation);
            needed = takes.Sum(take => take.Seconds);
        }

        var seconds = LeadIn + needed + Gap * (tracks.Count - 1) + LeadOut;
        var frames = Math.Max(planned, (int)Math.Ceiling(seconds * rate.PerSecond));
        return new SpokenScene(number, frames, Place(tracks, takes, rate.Seconds(frames) - seconds), frames - planned);
    }

    private static List<SpokenLine> Place(IReadOnlyList<VoiceTrack> tracks, IReadOnlyList<LineTake> takes, double spare)
    {
        // Spare time goes between and around the lines, a little at first so that the picture is read before the ear.
        var pause = Math.Min(1.2, spare / (tracks.Count + 1));
        var at = LeadIn + Math.Min(0.6, pause);
        var lines = new List<SpokenLine>(tracks.Count);
        for (var index = 0; index < tracks.Count; index++)
        {
            lines.Add(new SpokenLine(tracks[index].Speaker, tracks[index].Text, at, at + takes[index].Seconds, takes[index].Wav));
            at += takes[index].Seconds + Gap + pause;
        }

        return lines;
    }

    private async Task<IReadOnlyList<LineTake>> SpeakAllAsync(
        IReadOnlyList<VoiceTrack> tracks, string language, VoiceCasting casting, double pace, string folder, CancellationToken cancellation)
    {
        var takes = new List<LineTake>(tracks.Count);
        foreach (var track in tracks)
            takes.Add(await SpeakLineAsync(track, language, casting.Of(track.Speaker), pace, folder, cancellation));
        return takes;
    }

    private async Task<LineTake> SpeakLineAsync(VoiceTrack track, string language, Voice? voice, double pace, string folder, CancellationToken cancellation)
    {
        var estimated = new LineTake(rates.Seconds(track.Text, language) / pace, null);
        if (voice is null)
            return estimated;
        var wav = Path.Combine(folder, Digest(track.Text, voice.Name, pace) + ".wav");
        if (PcmWave.SecondsOf(wav) is { } known)
            return new LineTake(known, wav);
        var engine = _engines.First(candidate => voice.Name.StartsWith(candidate.Name + ":", StringComparison.Ordinal));
        var speech = await engine.SpeakAsync(new SpeechOrder(track.Text, language, voice, pace, 1, wav), cancellation);
        return speech is Utterance.Spoken { Seconds: > 0 } said ? new LineTake(said.Seconds, wav) : estimated;
    }

    private static string Digest(string text, string voice, double pace)
    {
        var asked = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{voice}\n{pace}\n{text}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))[..24];
    }

    private sealed record LineTake(double Seconds, string? Wav);
}
