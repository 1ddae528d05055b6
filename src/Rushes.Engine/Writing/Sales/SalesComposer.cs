using Rushes.Engine.Library;
using Rushes.Engine.Writing.Composing;
using Rushes.Engine.Writing.Phrases;
using Rushes.Engine.Writing.Understanding;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Sales;

/// <summary>Writes the scenes of a planned sales film one after another, remembering what was shown and said.</summary>
internal sealed class SalesComposer(SalesBook book, Pitch pitch, SalesClock clock, VisualStyle style, Chance sequence, int variant, Chance chance)
{
    /// <summary>The card has room for so many characters.</summary>
    public const int LongestHeadline = 40;

    private readonly SalesSpeech _speech = new(book, pitch, clock, chance);
    private readonly SalesCamera _camera = new(book, chance);
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<SalesMoment>> _moments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _turn = new(StringComparer.Ordinal);

    // Where each film takes up the lists of moods and feelings.
    private readonly int _tone = chance.Below(4);

    public Scene Compose(PlannedBeat scene)
    {
        var direction = book.Directions[scene.Beat];
        var bank = pitch.Banks.First(one => one.Before.Count > 0);
        var moment = Next(scene.Beat);
        var person = PersonOf(scene);
        var slots = new Dictionary<string, string>(pitch.Slots, StringComparer.Ordinal);
        if (person is not null)
            slots["who"] = person.Shown;
        var show = Rarest(moment.Show, slots) ?? Rarest(book.Anything.Of(scene.Beat).SelectMany(one => one.Show), slots)!;
        var present = person is not null && show.Contains(person.Shown, StringComparison.OrdinalIgnoreCase);
        var light = moment.Light ?? direction.Moods[(_turn[scene.Beat] + _tone) % direction.Moods.Count];
        var (camera, clause) = _camera.For(moment.Shot is { } own ? [own, .. direction.Shots] : direction.Shots, direction.Product, light, slots);
        string?[] sentences = [show, direction.Product ? Rarest(book.Words.Photo, slots) : null, clause];
        var narration = _speech.For(scene, moment, slots);
        return new()
        {
            Prompt = string.Join(' ', sentences.OfType<string>()),
            Duration = scene.Seconds,
            Location = IdeaText.Capital(moment.Place ?? PlaceOf(direction.Product ? bank.After : bank.Before)),
            Characters = present ? [person!.Name] : [],
            CameraShot = $"{camera.Shot}, {camera.Move}",
            LightingMood = light,
            Emotion = moment.Emotion ?? direction.Emotions[(_turn[scene.Beat] + Math.Max(0, scene.Index - _tone)) % direction.Emotions.Count],
            Intensity = scene.Intensity,
            StoryBeat = scene.Beat,
            TimeOfDay = bank.Times.Count == 0 ? "Day" : direction.Product ? bank.Times[^1] : bank.Times[0],
            VisualNotes = Headline(scene.Beat, moment, slots),
            Sound = moment.Sound ?? (bank.Sounds.Count == 0 ? "room" : direction.Product ? bank.Sounds[^1] : bank.Sounds[0]),
            Narration = narration,
            Negative = string.Join(", ", style.Negative),
        };
    }

    /// <summary>The moments of a beat in turn, those of the product's kind first; each variant of the script begins with another.</summary>
    private SalesMoment Next(string beat)
    {
        if (!_moments.TryGetValue(beat, out var moments))
        {
            // The sequence is the same in all variants, so that each really begins elsewhere.
            var own = sequence.Shuffled(pitch.Banks[0].Of(beat));
            List<SalesMoment> shared = pitch.Banks.Count > 1 ? sequence.Shuffled(book.Anything.Of(beat)) : [];
            List<SalesMoment> all = [.. own, .. shared];
            var start = variant % all.Count;
            _moments[beat] = moments = [.. all.Skip(start), .. all.Take(start)];
            _turn[beat] = -1;
        }

        return moments[++_turn[beat] % moments.Count];
    }

    /// <summary>One person goes through the trouble; when it is over the others appear in turn.</summary>
    private CastPerson? PersonOf(PlannedBeat scene)
    {
        if (pitch.People.Count == 0)
            return null;
        var step = scene.Beat switch { "Desire" => 1, "Proof" => 2, _ => 0 };
        return pitch.People[(step + (step > 0 ? _turn[scene.Beat] : 0)) % pitch.People.Count];
    }

    private string PlaceOf(IReadOnlyList<string> places) => places[(int)((ulong)variant % (ulong)places.Count)];

    /// <summary>What stands on the card: where the beat sells, the seller's own point that was just told or found no room; else the moment's or the beat's headline.</summary>
    private string? Headline(string beat, SalesMoment moment, IReadOnlyDictionary<string, string> slots)
    {
        if (beat is "Proof" or "Desire")
        {
            var told = _speech.LatestPoint is { } point
                ? ProductText.Shorter(point, book.Words.Hinges).FirstOrDefault(part => part.Length <= LongestHeadline)
                : _speech.Untold(LongestHeadline);
            if (told is not null)
                return ProductText.Capital(told);
        }

        return Rarest(moment.Head, slots, LongestHeadline)
            ?? Rarest(book.Words.Heads[beat], slots, LongestHeadline)
            ?? ProductText.Clip(pitch.Name, LongestHeadline);
    }

    private string? Rarest(IEnumerable<string> patterns, IReadOnlyDictionary<string, string> slots, int longest = int.MaxValue)
    {
        var best = patterns
            .Select(pattern => (Pattern: pattern, Text: PatternFiller.Fill(pattern, slots, chance)))
            .Where(pair => pair.Text is { } text && text.Length <= longest)
            .OrderBy(pair => _used.GetValueOrDefault(pair.Pattern))
            .ThenBy(_ => chance.Next())
            .FirstOrDefault();
        if (best.Text is not null)
            _used[best.Pattern] = _used.GetValueOrDefault(best.Pattern) + 1;
        return best.Text;
    }
}
