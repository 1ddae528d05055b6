using Rushes.Engine.Library;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Sales;

/// <summary>Lays the beats of a sales template over the scenes of a film, always in their order.</summary>
internal static class SalesPlan
{
    // From here on every beat may have a scene of its own, however slow the usual pace would be.
    private const double RoomForAll = 28;

    // A hook that goes on is none, and an ending that asks again and again pushes; only in very long films may they take more.
    private const int ScenesForAnotherHook = 40;
    private const int ScenesForAnotherCall = 14;

    // A price or an offer to be told asks for so much more of the last scene.
    private const double RoomToTell = 0.18;

    public static IReadOnlyList<PlannedBeat> Of(
        Template template, double total, ClipLengths clips, IReadOnlyDictionary<string, BeatDirection> directions, Pitch pitch)
    {
        var beats = Beats(template, Count(template, total, clips), pitch.Trust.Count > 0);
        var told = RoomToTell * ((pitch.Product.Price is null ? 0 : 1) + (pitch.Product.Offer is null ? 0 : 1));
        var seconds = SceneLengths.Share(total, clips, [.. beats.Select(beat => directions[beat.Beat].Weight + (beat.Beat == "Action" ? told : 0))]);
        return [.. beats.Select((beat, index) => new PlannedBeat(index, beat.Beat, beat.Intensity, seconds[index]))];
    }

    private static int Count(Template template, double total, ClipLengths clips)
    {
        var usual = SceneLengths.Count(total, clips);
        var all = template.Beats.Count;
        return usual < all && total >= RoomForAll && clips.Fixed.Count != 1 && all * clips.Shortest <= total ? all : usual;
    }

    private static List<(string Beat, double Intensity)> Beats(Template template, int count, bool trusted)
    {
        var kept = Kept(template, count, trusted);
        var scenes = kept.ToDictionary(beat => beat, _ => 1);
        for (var left = count - kept.Count; left > 0; left--)
            scenes[kept.Where(beat => scenes[beat] < Most(beat.Beat, count)).MaxBy(beat => (beat.Share * count) - scenes[beat])!]++;
        return
        [
            .. kept.SelectMany(beat => Enumerable.Range(0, scenes[beat]).Select(part => (beat.Beat, Math.Round(Height(beat, part, scenes[beat]), 2)))),
        ];
    }

    /// <summary>A film of few scenes leaves out the lightest beats. One scene alone must sell: its hook is in its words.</summary>
    private static List<TemplateBeat> Kept(Template template, int count, bool trusted)
    {
        if (count == 1)
            return [template.Beats[^1]];
        var heaviest = template.Beats.OrderByDescending(beat => beat.Weight + (trusted && beat.Beat == "Proof" ? 2 : 0)).Take(count).ToHashSet();
        return [.. template.Beats.Where(heaviest.Contains)];
    }

    private static int Most(string beat, int count) => beat switch
    {
        "Hook" => 1 + (count / ScenesForAnotherHook),
        "Action" => 1 + (count / ScenesForAnotherCall),
        _ => int.MaxValue,
    };

    private static double Height(TemplateBeat beat, int part, int parts)
    {
        var (from, to) = (beat.Intensity[0], beat.Intensity[^1]);
        return parts == 1 ? (from + to) / 2 : from + ((to - from) * part / (parts - 1));
    }
}
