using Rushes.Engine.Writing.Composing;

namespace Rushes.Engine.Writing.Sales;

/// <summary>
/// Finds what is said in a scene: the moment's own lines in their order, the seller's own words where the beat sells, never more than its seconds hold,
/// never the same line twice.
/// </summary>
internal sealed class SalesSpeech(SalesBook book, Pitch pitch, SalesClock clock, Chance chance)
{
    private const double Pause = 0.25;
    private const int MostLines = 4;

    private readonly HashSet<string> _spoken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private bool _named;

    /// <summary>The seller's point that the latest scene told, as it was told; null when none.</summary>
    public string? LatestPoint { get; private set; }

    public string? For(PlannedBeat scene, SalesMoment moment, IReadOnlyDictionary<string, string> slots)
    {
        LatestPoint = null;
        var room = scene.Seconds - SalesClock.Margin;
        var own = moment.Say.Select(pattern => PatternFiller.Fill(pattern, slots, chance)).OfType<string>().Where(line => !_spoken.Contains(line)).ToList();

        // Wishing is about the life with it: the seller's point follows when there is room. Elsewhere it goes first.
        var kept = scene.Beat == "Desire" ? own.Where(line => clock.Seconds(line) <= room).Take(1).Sum(line => clock.Seconds(line) + Pause) : 0;
        var ending = scene.Beat == "Action" ? Ending(room, slots) : Point(scene.Beat, room - kept, slots) is { } point ? [point] : [];
        if (scene.Beat == "Solution" && ending.Count > 0)
            own.RemoveAll(line => line.Contains(slots["name"], StringComparison.OrdinalIgnoreCase));
        var chosen = Fitting(own, room - Length(ending) - (ending.Count > 0 ? Pause : 0), MostLines - ending.Count);
        List<string> lines = [.. chosen, .. ending];
        if (lines.Count == 0)
            lines.AddRange(Lines([.. moment.Head, .. book.Words.Heads[scene.Beat]], slots).Where(line => clock.Seconds(line) <= room).Take(1));
        _spoken.UnionWith(lines);
        return lines.Count == 0 ? null : string.Join(' ', lines);
    }

    /// <summary>A short point of the seller's that no voice has told, for a card to show; null when none is left.</summary>
    public string? Untold(int longest)
    {
        var fact = pitch.Benefits.FirstOrDefault(one => one.Length <= longest && !_told.Contains(one));
        if (fact is not null)
            _told.Add(fact);
        return fact;
    }

    /// <summary>Of the lines as many as fit, kept in their order. The first is the strongest and tried first, the others in any order.</summary>
    private List<string> Fitting(List<string> lines, double room, int most)
    {
        var chosen = new List<int>();
        double used = 0;
        int[] order = lines.Count == 0 ? [] : [0, .. chance.Shuffled(Enumerable.Range(1, lines.Count - 1))];
        foreach (var index in order)
        {
            var length = clock.Seconds(lines[index]) + (chosen.Count > 0 ? Pause : 0);
            if (chosen.Count >= most || used + length > room)
                continue;
            chosen.Add(index);
            used += length;
        }

        return [.. chosen.Order().Select(index => lines[index])];
    }

    /// <summary>A line with something of the seller's own, where the beat has such lines.</summary>
    private string? Point(string beat, double room, IReadOnlyDictionary<string, string> slots)
    {
        if (beat == "Proof" && Told("Trust", pitch.Trust, room, slots) is { } trusted)
            return trusted;

        // The first line about the product names it; what follows need not say the name again.
        var line = Told(beat == "Solution" && _named ? "Desire" : beat, pitch.Benefits, room, slots);
        _named |= beat == "Solution" && line is not null;
        return line;
    }

    private string? Told(string kind, IReadOnlyList<string> facts, double room, IReadOnlyDictionary<string, string> slots)
    {
        if (!book.Words.Points.TryGetValue(kind, out var patterns))
            return null;
        foreach (var fact in facts.Where(fact => !_told.Contains(fact)))
        {
            foreach (var part in ProductText.Shorter(fact, book.Words.Hinges))
            {
                var filled = new Dictionary<string, string>(slots, StringComparer.Ordinal) { ["point"] = ProductText.Small(part) };
                var line = chance.Shuffled(patterns)
                    .Select(pattern => PatternFiller.Fill(pattern, filled, chance))
                    .OfType<string>()
                    .Where(text => !_spoken.Contains(text) && clock.Seconds(text) <= room)
                    .Take(2)
                    .MaxBy(clock.Seconds);
                if (line is null)
                    continue;
                _told.Add(fact);
                LatestPoint = part;
                return line;
            }
        }

        return null;
    }

    /// <summary>The call to action; before it the offer and the price, as far as there is room. An offer is told whole or not at all.</summary>
    private List<string> Ending(double room, IReadOnlyDictionary<string, string> slots)
    {
        var words = book.Words;
        var usual = pitch.Product.Link is null ? words.CallWithout : words.CallWithLink;
        var call = Lines(words.Call, slots) is { Count: > 0 } own && clock.Seconds(own[0]) <= room ? own : Lines(usual, slots);
        var (offer, price) = (Lines(words.Offer, slots), Lines(words.Price, slots));
        List<string>[][] wishes = [[offer, price, call], [offer, call], [price, call], [call]];
        var parts = wishes.FirstOrDefault(wish => wish.All(lines => lines.Count > 0) && Length([.. wish.Select(lines => lines[0])]) <= room);
        if (parts is null)
            return [];

        // The shortest of each fit together; then each may be longer as long as they still do.
        var chosen = parts.Select(lines => lines[0]).ToList();
        for (var index = chosen.Count - 1; index >= 0; index--)
        {
            var spare = room - Length(chosen) + clock.Seconds(chosen[index]);
            var fitting = parts[index].Where(line => clock.Seconds(line) <= spare).ToList();
            chosen[index] = fitting[^(1 + chance.Below(Math.Min(3, fitting.Count)))];
        }

        return chosen;
    }

    /// <summary>What of the patterns can be said and was not said yet, the shortest first.</summary>
    private List<string> Lines(IReadOnlyList<string> patterns, IReadOnlyDictionary<string, string> slots) =>
        [.. patterns.Select(pattern => PatternFiller.Fill(pattern, slots, chance)).OfType<string>().Where(line => !_spoken.Contains(line)).OrderBy(clock.Seconds)];

    private double Length(List<string> lines) => lines.Sum(clock.Seconds) + (Math.Max(0, lines.Count - 1) * Pause);
}
