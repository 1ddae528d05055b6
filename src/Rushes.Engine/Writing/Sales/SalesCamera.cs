using Rushes.Engine.Writing.Composing;
using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Sales;

/// <summary>Chooses shot, movement and the clause that tells them with the light; never the same shot and movement twice running.</summary>
internal sealed class SalesCamera(SalesBook book, Chance chance)
{
    private readonly List<CameraPhrase> _used = [];
    private readonly Dictionary<string, int> _said = new(StringComparer.Ordinal);

    public (CameraPhrase Camera, string Clause) For(IReadOnlyList<string> shots, bool product, string light, IReadOnlyDictionary<string, string> slots)
    {
        var last = _used.LastOrDefault();
        var camera = book.Words.Cameras
            .Where(phrase => shots.Contains(phrase.Shot) && (phrase.Shot != last?.Shot || phrase.Move != last.Move))
            .OrderBy(phrase => _used.Count(used => used == phrase))
            .ThenBy(phrase => phrase.Shot == last?.Shot || phrase.Move == last?.Move ? 1 : 0)
            .ThenBy(phrase => shots.ToList().IndexOf(phrase.Shot) + (chance.Next() * 2))
            .First();
        _used.Add(camera);

        // Before the product is seen the camera cannot look at it.
        var seen = product ? slots : slots.Where(slot => slot.Key is not ("this" or "the" or "thing")).ToDictionary(StringComparer.Ordinal);
        var where = Rarest(camera.Say, seen) ?? camera.Shot;
        var mood = Rarest(book.Words.Lights.Where(phrase => phrase.Mood == light).SelectMany(phrase => phrase.Say), seen);
        return (camera, mood is null ? $"{where}." : $"{where}, {char.ToLowerInvariant(mood[0])}{mood[1..]}.");
    }

    private string? Rarest(IEnumerable<string> patterns, IReadOnlyDictionary<string, string> slots)
    {
        var (pattern, text) = patterns
            .Select(pattern => (pattern, PatternFiller.Fill(pattern, slots, chance)))
            .Where(pair => pair.Item2 is not null)
            .OrderBy(pair => _said.GetValueOrDefault(pair.pattern))
            .ThenBy(_ => chance.Next())
            .FirstOrDefault();
        if (text is not null)
            _said[pattern] = _said.GetValueOrDefault(pattern) + 1;
        return text;
    }
}
