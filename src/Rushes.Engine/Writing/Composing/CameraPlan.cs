using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Composing;

/// <summary>Chooses shot and movement with reason: closeness for feeling, width for place and loneliness, movement where somebody moves; never alike twice running.</summary>
internal sealed class CameraPlan(IReadOnlyList<CameraPhrase> phrases, Chance chance)
{
    // How far a shot may be preferred against the order of the list.
    private const double Freedom = 1.5;

    private readonly List<CameraPhrase> _used = [];

    public CameraPhrase For(PlannedScene scene, Moment moment)
    {
        var shots = moment.Shot is { } own ? [own, .. Shots(scene)] : Shots(scene);
        var last = _used.LastOrDefault();
        var before = _used.Count > 1 ? _used[^2] : null;
        var best = phrases
            .Where(phrase => phrase.Shot != last?.Shot || shots.Count == 1)
            .OrderBy(phrase => Rank(shots, phrase.Shot) + (chance.Next() * Freedom))
            .ThenBy(phrase => phrase.Move == last?.Move || phrase.Move == before?.Move ? 1 : 0)
            .ThenBy(phrase => _used.Count(used => used == phrase))
            .ThenBy(_ => chance.Next())
            .First();
        _used.Add(best);
        return best;
    }

    private static int Rank(IReadOnlyList<string> shots, string shot)
    {
        var rank = shots.ToList().IndexOf(shot);
        return rank < 0 ? shots.Count : rank;
    }

    private static IReadOnlyList<string> Shots(PlannedScene scene) => scene.Turn switch
    {
        "hook" => ["Close-up", "Tracking", "POV"],
        "world" or "context" => ["Wide", "Medium", "Aerial"],
        "want" or "promise" or "desire" => ["Medium", "Close-up", "POV"],
        "obstacle" or "attempt" or "trial" => ["Tracking", "Medium", "Wide"],
        "ally" or "joy" => ["Medium", "Wide", "Tracking"],
        "twist" or "strain" => ["Close-up", "POV", "Medium"],
        "low" => ["Wide", "Close-up", "Aerial"],
        "choice" or "climax" => ["Close-up", "Tracking", "Medium"],
        "reward" or "change" or "result" => ["Medium", "Close-up", "Wide"],
        "end" or "meaning" => ["Wide", "Aerial", "Medium"],
        "ruin" => ["Aerial", "Wide", "Close-up"],
        "step" or "tip" or "mistake" or "need" => ["Close-up", "Medium", "POV"],
        _ => scene.Index % 2 == 0 ? ["Medium", "Close-up", "Wide"] : ["Close-up", "Wide", "Tracking"],
    };
}
