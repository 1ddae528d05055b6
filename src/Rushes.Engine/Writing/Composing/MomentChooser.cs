using Rushes.Engine.Writing.Phrases;
using Rushes.Engine.Writing.Understanding;

namespace Rushes.Engine.Writing.Composing;

/// <summary>
/// Finds what happens in a scene. Moments of the idea's own fields win over those of its kind, those over the shared ones; the more of a moment's
/// wishes are granted, the likelier it is; nothing is used twice while something unused is left.
/// </summary>
internal sealed class MomentChooser
{
    /// <summary>Turns that can stand in for one that no bank has for a film.</summary>
    private static readonly Dictionary<string, string[]> StandIns = new(StringComparer.Ordinal)
    {
        ["spark"] = ["want", "world", "context"],
        ["step"] = ["tip", "mistake", "attempt", "joy"],
        ["tip"] = ["ally", "joy"],
        ["mistake"] = ["obstacle", "fall"],
        ["need"] = ["world", "want"],
        ["promise"] = ["want"],
        ["result"] = ["reward", "joy"],
        ["call"] = ["end", "change"],
        ["item"] = ["attempt", "joy", "ally"],
        ["unbox"] = ["want", "world"],
        ["pro"] = ["joy", "ally"],
        ["con"] = ["obstacle", "doubt"],
        ["trial"] = ["attempt"],
        ["verdict"] = ["change", "end"],
        ["context"] = ["world"],
        ["stage"] = ["attempt", "joy", "world"],
        ["fact"] = ["world", "joy"],
        ["strain"] = ["fall", "obstacle"],
        ["wonder"] = ["joy", "reward"],
        ["meaning"] = ["end", "change"],
        ["problem"] = ["obstacle"],
        ["agitation"] = ["fall", "low"],
        ["solution"] = ["ally", "choice"],
        ["desire"] = ["joy", "reward"],
        ["proof"] = ["change", "reward"],
        ["action"] = ["end"],
        // Guides and facts told with a story's template.
        ["world"] = ["context", "need"],
        ["want"] = ["promise", "context"],
        ["obstacle"] = ["mistake", "con", "strain"],
        ["attempt"] = ["step", "item", "stage", "pro", "fact"],
        ["ally"] = ["tip", "pro", "item", "fact"],
        ["joy"] = ["tip", "item", "pro", "fact"],
        ["doubt"] = ["mistake", "con"],
        ["twist"] = ["mistake", "strain", "con"],
        ["fall"] = ["mistake", "strain", "con"],
        ["low"] = ["mistake", "strain", "con"],
        ["choice"] = ["tip", "step", "item"],
        ["climax"] = ["result", "wonder", "trial", "item"],
        ["reward"] = ["result", "verdict", "wonder"],
        ["change"] = ["result", "verdict", "meaning"],
        ["end"] = ["call", "verdict", "meaning"],
        ["ruin"] = ["strain", "mistake", "con"],
    };

    /// <summary>Told in the order of the file, from one bank only: the steps of making coffee are not mixed with others.</summary>
    private static readonly HashSet<string> InOrder = new(StringComparer.Ordinal) { "step", "stage" };

    /// <summary>Taken from the idea's own field as long as it has any.</summary>
    private static readonly HashSet<string> OwnFirst = new(StringComparer.Ordinal) { "step", "stage", "item", "need", "fact" };

    private readonly IReadOnlyList<(MomentBank Bank, double Weight)> _banks;
    private readonly IReadOnlyList<(MomentBank Bank, double Weight)> _shared;
    private readonly bool _borrows;
    private readonly Chance _chance;
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    public MomentChooser(Premise premise, MomentBank shared, Chance chance)
    {
        _banks = [.. premise.Topics.Select(topic => (topic, 6.0)), (premise.Bank, 3.0)];
        _shared = [(shared, 1)];
        _borrows = premise.Bank.Family == Library.TemplateFamily.Story;
        _chance = chance;
    }

    public PickedMoment Choose(string turn, Circumstances circumstances, IReadOnlyDictionary<string, string> slots)
    {
        var standIns = StandIns.GetValueOrDefault(turn) ?? [];

        // First something unused, then whatever was used least. A story borrows its turn from the shared bank before its own banks stand in
        // with another turn; a guide does not, since the shared bank tells stories.
        foreach (var most in new[] { 0, int.MaxValue })
        {
            var picked = From(_banks, turn, most, circumstances, slots)
                ?? (_borrows ? From(_shared, turn, most, circumstances, slots) : null)
                ?? standIns.Select(other => From(_banks, other, most, circumstances, slots)).FirstOrDefault(one => one is not null)
                ?? From(_shared, turn, most, circumstances, slots)
                ?? standIns.Select(other => From(_shared, other, most, circumstances, slots)).FirstOrDefault(one => one is not null);
            if (picked is not null)
                return picked;
        }

        throw new InvalidOperationException($"No phrase bank has a moment for the turn '{turn}'.");
    }

    private PickedMoment? From(
        IReadOnlyList<(MomentBank Bank, double Weight)> banks, string turn, int most, Circumstances circumstances, IReadOnlyDictionary<string, string> slots)
    {
        if (InOrder.Contains(turn))
            banks = [.. banks.Where(one => one.Bank.Moments.Any(moment => moment.Turn == turn)).Take(1)];
        else if ((OwnFirst.Contains(turn) || !_borrows) && banks.Count > 1)
            return banks.Select(one => From([one], turn, most, circumstances, slots)).FirstOrDefault(picked => picked is not null);

        var fitting = new List<(Moment Moment, string Show, int Order, double Weight, int Used)>();
        foreach (var (bank, weight) in banks)
        {
            foreach (var (order, moment) in bank.Moments.Index())
            {
                if (moment.Turn != turn || circumstances.Grant(moment.When) is not { } granted)
                    continue;
                var timesUsed = moment.Show.Sum(show => _used.GetValueOrDefault(show));
                foreach (var show in moment.Show)
                {
                    // The same action in other words counts as used as well, but less.
                    var used = (_used.GetValueOrDefault(show) * 10) + timesUsed;
                    if (used <= most && PhraseFiller.CanFill(show, slots))
                        fitting.Add((moment, show, order, weight * Settled(moment, circumstances) * (1 + (1.5 * granted)) / moment.Show.Count, used));
                }
            }
        }

        if (fitting.Count == 0)
            return null;
        var least = fitting.Min(one => one.Used);
        var fresh = fitting.Where(one => one.Used == least).ToList();
        var chosen = InOrder.Contains(turn) ? _chance.Pick(fresh.Where(one => one.Order == fresh[0].Order && one.Moment == fresh[0].Moment).ToList()) : Weighted(fresh);
        _used[chosen.Show] = _used.GetValueOrDefault(chosen.Show) + 1;
        return new(chosen.Moment, chosen.Show);
    }

    /// <summary>A moment that fits where the scene is goes before one that would move it; the idea's own place is hardly ever left.</summary>
    private static double Settled(Moment moment, Circumstances circumstances) =>
        moment.At.Count == 0 ? 1 : moment.At.Any(circumstances.Has) ? 2.5 : circumstances.Has("own-place") ? 0.25 : 0.6;

    private (Moment Moment, string Show, int Order, double Weight, int Used) Weighted(List<(Moment Moment, string Show, int Order, double Weight, int Used)> all)
    {
        var at = _chance.Next() * all.Sum(one => one.Weight);
        foreach (var one in all)
        {
            at -= one.Weight;
            if (at <= 0)
                return one;
        }

        return all[^1];
    }
}
