using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Voices;

/// <summary>
/// Speaks the lines of one film: looks whether a line was spoken before, asks the engine of its voice, then the engines after it, and remembers who could
/// not and what it cost.
/// </summary>
internal sealed class FilmSpeech
{
    // Equal lines of two scenes wait for one another; unequal ones hardly ever share a gate.
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];
    private readonly Lock _door = new();
    private readonly Script _script;
    private readonly VoiceCasting _casting;
    private readonly SpeakingStyles _styles;
    private readonly IReadOnlyList<(ISpeechEngine Engine, VoiceCasting Casting)> _understudies;
    private readonly IReadOnlyDictionary<string, ISpeechEngine> _engines;
    private readonly string? _folder;
    private readonly Dictionary<string, Manner?> _manners = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<ISpeechEngine> _aside = [];

    // Lines, by the file at their own pace, that nobody could speak: asking again for another pace would cost again.
    private readonly HashSet<string> _unspoken = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Engine, string StoodIn), (int Lines, string Reason)> _failures = [];
    private readonly Dictionary<string, (LineNote Note, bool Now)> _paid = new(StringComparer.Ordinal);

    /// <param name="understudies">Engines with usable voices of the language, best first, each with the whole film cast among them.</param>
    /// <param name="folder">Absolute; null where nothing is spoken, only reckoned.</param>
    public FilmSpeech(
        Script script,
        VoiceCasting casting,
        SpeakingStyles styles,
        IReadOnlyList<ISpeechEngine> engines,
        IReadOnlyList<(ISpeechEngine Engine, VoiceCasting Casting)> understudies,
        string? folder)
    {
        (_script, _casting, _styles, _understudies, _folder) = (script, casting, styles, understudies, folder);
        _engines = engines.ToDictionary(engine => engine.Name, StringComparer.Ordinal);
        foreach (var character in script.Characters)
            _manners.TryAdd(character.Name, character.Manner);
    }

    public SpeechBill Bill
    {
        get
        {
            lock (_door)
            {
                var now = _paid.Values.Where(line => line.Now).ToList();
                decimal? cost = now.Exists(line => line.Note.Cost is null) ? null : now.Sum(line => line.Note.Cost!.Value);
                var currency = _paid.Values.Select(line => line.Note.Currency).OfType<string>().FirstOrDefault() ?? "USD";
                return new(now.Count, _paid.Count - now.Count, cost, _paid.Values.Sum(line => line.Note.Cost ?? 0), currency);
            }
        }
    }

    public IReadOnlyList<string> Remarks
    {
        get
        {
            lock (_door)
            {
                return
                [
                    .. _failures.Select(failure => failure.Key.StoodIn.Length > 0
                        ? Sentence.Of("voices.stood-in", failure.Key.Engine, failure.Value.Lines, failure.Key.StoodIn, failure.Value.Reason, _folder)
                        : Sentence.Of("voices.silent", failure.Key.Engine, failure.Value.Lines, failure.Value.Reason)),
                ];
            }
        }
    }

    /// <param name="pace">1 is the pace of the manner; up to <see cref="SpeechDirector.Fastest"/>.</param>
    /// <returns>The line's sound and its seconds; null when nobody could speak it.</returns>
    public async Task<(double Seconds, string Wav)?> SpeakAsync(VoiceTrack track, double pace, CancellationToken cancellation)
    {
        if (_casting.Of(track.Speaker) is not { } voice || !_engines.TryGetValue(voice.Engine, out var engine))
            return null;
        var manner = _styles.Of(MannerOf(track.Speaker), engine.HearsEmotion ? track.Emotion : null);
        var wav = FileOf(track.Text, voice, manner, pace);
        var gate = _gates[(uint)StringComparer.Ordinal.GetHashCode(wav) % _gates.Length];
        await gate.WaitAsync(cancellation);
        try
        {
            if (PcmWave.SecondsOf(wav) is { } known)
            {
                Enter(wav, LineNote.Read(wav), now: false);
                return (known, wav);
            }

            var natural = FileOf(track.Text, voice, manner, 1);
            if (IsUnspoken(natural))
                return null;

            // A line that a stand-in spoke at its own pace is hurried by the same one.
            var stoodIn = pace == 1 ? null : LineNote.Read(natural)?.Voice;
            foreach (var (candidate, asked) in Candidates(track.Speaker, engine, voice, stoodIn))
            {
                var order = new SpeechOrder(track.Text, _script.Language, asked, manner, pace, wav);
                switch (await candidate.SpeakAsync(order, cancellation))
                {
                    case Utterance.Spoken { Seconds: > 0 } said:
                        Keep(order, voice, said);
                        return (said.Seconds, wav);
                    case Utterance.Silent silent:
                        Learn(candidate, silent, track.Speaker);
                        break;
                }
            }

            lock (_door)
                _unspoken.Add(natural);
            return null;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>What the lines would cost that were not spoken yet, each once; nothing is asked for.</summary>
    /// <param name="lines">With the seconds that each takes, about.</param>
    public async Task<CostShare> PriceAsync(IEnumerable<(VoiceTrack Track, double Seconds)> lines, CancellationToken cancellation)
    {
        var priced = new Dictionary<string, CostShare>(StringComparer.Ordinal);
        foreach (var (track, seconds) in lines)
        {
            if (_casting.Of(track.Speaker) is not { } voice || !_engines.TryGetValue(voice.Engine, out var engine))
                continue;
            var manner = _styles.Of(MannerOf(track.Speaker), engine.HearsEmotion ? track.Emotion : null);
            var wav = FileOf(track.Text, voice, manner, 1);
            if (priced.ContainsKey(wav) || (_folder is not null && PcmWave.SecondsOf(wav) is not null))
                continue;
            foreach (var (candidate, asked) in Candidates(track.Speaker, engine, voice, null))
            {
                if (await candidate.PriceAsync(new SpeechOrder(track.Text, _script.Language, asked, manner, 1, wav), seconds, cancellation) is not { } price)
                    continue;
                priced[wav] = price;
                break;
            }
        }

        return CostShare.Sum(priced.Values);
    }

    /// <summary>Whoever is none of the characters speaks with the narrator's voice, and so in the narrator's manner.</summary>
    private Manner? MannerOf(string? speaker) =>
        speaker is not null && _manners.TryGetValue(speaker, out var manner) ? manner : _script.Narrator?.Manner;

    private IEnumerable<(ISpeechEngine Engine, Voice Voice)> Candidates(string? speaker, ISpeechEngine engine, Voice voice, string? stoodIn)
    {
        if (stoodIn is not null && stoodIn != voice.Name && _engines.GetValueOrDefault(stoodIn.Split(':', 2)[0]) is { } other && other.Find(stoodIn, _script.Language) is { } same)
            yield return (other, same);
        if (!IsAside(engine))
            yield return (engine, voice);
        foreach (var understudy in _understudies)
        {
            if (understudy.Engine != engine && !IsAside(understudy.Engine) && understudy.Casting.Of(speaker) is { } its)
                yield return (understudy.Engine, its);
        }
    }

    private bool IsAside(ISpeechEngine engine)
    {
        lock (_door)
            return _aside.Contains(engine);
    }

    private bool IsUnspoken(string natural)
    {
        lock (_door)
            return _unspoken.Contains(natural);
    }

    private void Learn(ISpeechEngine engine, Utterance.Silent silent, string? speaker)
    {
        lock (_door)
        {
            if (silent.ForNow)
                _aside.Add(engine);
            var next = _understudies.FirstOrDefault(understudy => understudy.Engine != engine && !_aside.Contains(understudy.Engine) && understudy.Casting.Of(speaker) is not null).Engine;
            var key = (engine.Name, next?.Name ?? "");
            _failures[key] = (_failures.GetValueOrDefault(key).Lines + 1, silent.Reason);
        }
    }

    private void Keep(SpeechOrder order, Voice cast, Utterance.Spoken said)
    {
        if (said.Receipt is null && order.Voice == cast)
            return;
        var note = LineNote.Of(order.Voice.Name, order.Text, said.Receipt);
        note.Write(order.Wav);
        Enter(order.Wav, note, now: said.Receipt is { Kept: false });
    }

    private void Enter(string wav, LineNote? note, bool now)
    {
        if (note is not { IsPaid: true })
            return;
        lock (_door)
        {
            // The same line at another pace is the same money.
            var line = $"{note.Voice}\n{note.Text}";
            _paid[line] = (note, now || _paid.GetValueOrDefault(line).Now);
        }
    }

    private string FileOf(string text, Voice voice, SpeakingManner manner, double pace)
    {
        var asked = string.Create(CultureInfo.InvariantCulture, $"{voice.Name}\n{pace}\n{text}");
        if (manner != SpeakingManner.Natural)
            asked += string.Create(CultureInfo.InvariantCulture, $"\n{manner.Style}\n{manner.Rate}\n{manner.Pitch}\n{manner.Expressiveness}\n{manner.Emotion}");
        return Path.Combine(_folder ?? "", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))[..24] + ".wav");
    }
}
