using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Voices;

/// <summary>
/// Has every line of a script spoken and places it in its scene. Speech decides: a line that needs longer than its scene is spoken a little
/// faster (up to <see cref="Fastest"/>), then the scene is held longer; speech is never cut. Lines are kept by what was asked, so that an
/// unchanged line is spoken once, and casting is kept with them, so that it stays what it was.
/// </summary>
public sealed class SpeechDirector(IEnumerable<ISpeechEngine> engines, CharacterBearing bearing, SpeakingRates rates, SpeakingStyles styles)
{
    /// <summary>How much faster than its natural pace a line may be spoken.</summary>
    public const double Fastest = 1.15;

    private const double LeadIn = 0.35;
    private const double Gap = 0.3;
    private const double LeadOut = 0.35;
    private readonly IReadOnlyList<ISpeechEngine> _engines = [.. engines];

    /// <summary>The engines, best first.</summary>
    public IReadOnlyList<ISpeechEngine> Engines => _engines;

    /// <summary>Speaks the whole script.</summary>
    /// <param name="folder">Absolute folder for the lines' sound files.</param>
    /// <param name="spoken">Told after each scene, from any thread.</param>
    public async Task<SpokenFilm> SpeakAsync(Script script, string? wantedVoice, FrameRate rate, string folder, Action<SpokenScene>? spoken, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(script);
        Directory.CreateDirectory(folder);
        var (casting, speech) = await CastAsync(script, wantedVoice, folder, cancellation);
        casting.Remember(script.Language).Write(folder);
        var scenes = new SpokenScene[script.Scenes.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, scenes.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(4, Environment.ProcessorCount), CancellationToken = cancellation },
            async (index, stop) =>
            {
                scenes[index] = await SpeakSceneAsync(index + 1, script.Scenes[index], script.Language, speech, rate, stop);
                spoken?.Invoke(scenes[index]);
            });
        var silent = scenes.Any(scene => scene.Lines.Any(line => line.Wav is null));
        return new SpokenFilm(scenes, casting, silent)
        {
            Remarks = [.. speech.Remarks, .. styles.UnknownIn(script).Select(style => Sentence.Of("voices.unknown-style", style, string.Join(", ", styles.All.Select(known => known.Id))))],
            Bill = speech.Bill,
        };
    }

    /// <summary>What <see cref="SpeakAsync"/> would cost: the lines that nobody has spoken yet, with the voices that would be cast.</summary>
    /// <param name="folder">Absolute folder of the lines' sound files; null: nothing was spoken for this film.</param>
    public async Task<CostShare> PriceAsync(Script script, string? wantedVoice, string? folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(script);
        var (_, speech) = await CastAsync(script, wantedVoice, folder, cancellation);
        return await speech.PriceAsync(script.Scenes.SelectMany(VoiceTrack.Of).Select(track => (track, rates.Seconds(track.Text, script.Language))), cancellation);
    }

    /// <summary>Whether somebody who speaks the language may ask for money.</summary>
    public async Task<bool> ChargesAsync(string language, CancellationToken cancellation)
    {
        foreach (var engine in _engines.Where(engine => engine.Charges))
        {
            if ((await engine.VoicesAsync(cancellation)).Any(voice => voice.Speaks(language)))
                return true;
        }

        return false;
    }

    /// <summary>The usable voices of a language, those of the first engine first.</summary>
    public async Task<IReadOnlyList<Voice>> VoicesAsync(string? language, CancellationToken cancellation)
    {
        var voices = new List<Voice>();
        foreach (var engine in _engines)
            voices.AddRange((await engine.VoicesAsync(cancellation)).Where(voice => language is null || voice.Speaks(language)));
        return voices;
    }

    /// <summary>A voice by its name, usable now or not; null when nobody has it, or it does not speak the language.</summary>
    public Voice? Find(string name, string language) => EngineOf(name)?.Find(name, language);

    /// <summary>The engine of a voice, by the name before the colon; null when there is none of that name.</summary>
    public ISpeechEngine? EngineOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 1 ? null : _engines.FirstOrDefault(engine => engine.Name.Equals(name[..colon], StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Looks whether a voice that somebody named can speak.</summary>
    /// <exception cref="MistakeException">There is no such voice, or what it needs is missing; the field is <c>voice</c>.</exception>
    public async Task<Voice> DemandAsync(string name, string language, CancellationToken cancellation)
    {
        if (EngineOf(name) is not { } engine || await FindAsync(engine, name, language, cancellation) is not { } voice)
            throw Mistake.Input("film.voice-unknown", "voice", name).AsException();
        return (await engine.VoicesAsync(cancellation)).Count > 0
            ? voice
            : throw Mistake.Input("voices.missing", "voice", name, engine.Remedy ?? "").AsException();
    }

    private async Task<(VoiceCasting Casting, FilmSpeech Speech)> CastAsync(Script script, string? wantedVoice, string? folder, CancellationToken cancellation)
    {
        var voices = await VoicesAsync(script.Language, cancellation);
        var memory = folder is not null && CastMemory.Read(folder) is { } before && before.Language == script.Language ? before : null;
        var casting = VoiceCasting.Cast(script, voices, bearing.Of, wantedVoice, memory, name => Find(name, script.Language));
        var understudies = voices.GroupBy(voice => voice.Engine, StringComparer.Ordinal)
            .Select(group => (_engines.First(engine => engine.Name == group.Key), VoiceCasting.Cast(Unnamed(script), [.. group], bearing.Of)))
            .ToList();
        return (casting, new FilmSpeech(script, casting, styles, _engines, understudies, folder));
    }

    /// <summary>A voice whatever it speaks, so that one of another language is known at least.</summary>
    private static async Task<Voice?> FindAsync(ISpeechEngine engine, string name, string language, CancellationToken cancellation) =>
        engine.Find(name, language)
        ?? (await engine.VoicesAsync(cancellation)).FirstOrDefault(voice => voice.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The script as a stand-in reads it: the voices that it names are other engines'.</summary>
    private static Script Unnamed(Script script) => script with
    {
        Narrator = null,
        Characters = [.. script.Characters.Select(character => character with { Voice = null })],
    };

    private async Task<SpokenScene> SpeakSceneAsync(int number, Scene scene, string language, FilmSpeech speech, FrameRate rate, CancellationToken cancellation)
    {
        var tracks = VoiceTrack.Of(scene);
        var planned = rate.Frames(scene.Duration);
        if (tracks.Count == 0)
            return new SpokenScene(number, planned, [], 0);
        var room = rate.Seconds(planned) - LeadIn - LeadOut - Gap * (tracks.Count - 1);
        var takes = await SpeakAllAsync(tracks, language, speech, 1, cancellation);
        var needed = takes.Sum(take => take.Seconds);
        if (needed > room)
        {
            var faster = Math.Min(Fastest, Math.Ceiling(100 * needed / Math.Max(room, 0.1)) / 100);
            takes = await SpeakAllAsync(tracks, language, speech, faster, cancellation);
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
        IReadOnlyList<VoiceTrack> tracks, string language, FilmSpeech speech, double pace, CancellationToken cancellation)
    {
        var takes = new List<LineTake>(tracks.Count);
        foreach (var track in tracks)
        {
            takes.Add(await speech.SpeakAsync(track, pace, cancellation) is { } said
                ? new LineTake(said.Seconds, said.Wav)
                : new LineTake(rates.Seconds(track.Text, language) / pace, null));
        }

        return takes;
    }

    private sealed record LineTake(double Seconds, string? Wav);
}
