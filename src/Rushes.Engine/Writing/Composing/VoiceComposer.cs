using Rushes.Engine.Library;
using Rushes.Engine.Writing.Phrases;
using Rushes.Engine.Writing.Understanding;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Composing;

/// <summary>Chooses what is told and said in a scene, never more than can be spoken in its seconds, never the same line twice.</summary>
internal sealed class VoiceComposer(PhraseBook book, LanguageFacts facts, Chance chance)
{
    /// <summary>Seconds of silence that a scene keeps at its ends.</summary>
    public const double Margin = 0.4;

    private readonly HashSet<string> _spoken = new(StringComparer.Ordinal);

    public (string? Narration, IReadOnlyList<Dialogue> Dialogues) For(
        Moment moment, double seconds, Premise premise, bool mateHere, bool heroTalks, bool preferTelling, IReadOnlyDictionary<string, string> slots)
    {
        var left = seconds - Margin;
        var talk = Talk(moment, left, premise, mateHere, heroTalks, slots);
        var say = Say(moment.Say, left, slots);
        if (talk.Count == 0 || (say is not null && preferTelling))
            return (Take(say), []);
        if (say is null)
            return (null, Take(talk));

        // Both where there is room for both; else they take turns by chance.
        var needed = talk.Sum(line => Speakable.Seconds(line.Text, facts) + Speakable.Breath);
        var shorter = Say(moment.Say, left - needed, slots);
        if (shorter is not null)
            return (Take(shorter), Take(talk));
        return chance.Next() < 0.5 ? (Take(say), []) : (null, Take(talk));
    }

    /// <summary>The longest unspoken telling that fits, with some chance for a shorter one.</summary>
    public string? Say(IReadOnlyList<string> patterns, double seconds, IReadOnlyDictionary<string, string> slots)
    {
        var fitting = patterns
            .Select(pattern => PhraseFiller.Fill(pattern, slots, chance))
            .OfType<string>()
            .Where(text => !_spoken.Contains(text) && Speakable.Seconds(text, facts) <= seconds)
            .OrderByDescending(text => Speakable.Seconds(text, facts))
            .ToList();
        return fitting.Count == 0 ? null : fitting[Math.Min(fitting.Count - 1, chance.Below(3))];
    }

    private List<Dialogue> Talk(Moment moment, double seconds, Premise premise, bool mateHere, bool heroTalks, IReadOnlyDictionary<string, string> slots)
    {
        foreach (var lines in chance.Shuffled(moment.Talk))
        {
            var spoken = lines.Select(line => Line(line, moment, premise, mateHere, heroTalks, slots)).ToList();
            if (spoken.Any(line => line is null || _spoken.Contains(line.Text)))
                continue;
            var length = spoken.Sum(line => Speakable.Seconds(line!.Text, facts)) + ((spoken.Count - 1) * Speakable.Breath);
            if (length <= seconds)
                return [.. spoken.OfType<Dialogue>()];
        }

        return [];
    }

    private Dialogue? Line(string line, Moment moment, Premise premise, bool mateHere, bool heroTalks, IReadOnlyDictionary<string, string> slots)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var who = line[..colon];
        var speaker = who switch
        {
            "hero" when heroTalks => premise.Hero,
            "mate" when mateHere => premise.Mate,
            "sought" => premise.Sought,
            _ => null,
        };
        if (speaker is null)
            return null;
        var other = who == "hero" ? (mateHere ? premise.Mate : premise.Sought) : premise.Hero;
        var address = AddressOf(speaker, other);
        var own = new Dictionary<string, string>(slots, StringComparer.Ordinal) { ["i"] = address.I };
        if (other is not null)
            own["you"] = address.You;
        var text = PhraseFiller.Fill(line[(colon + 1)..], own, chance);
        return text is null ? null : new() { Speaker = IdeaText.Capital(speaker.Name), Text = text, Emotion = moment.Emotion };
    }

    private AddressForm AddressOf(CastMember speaker, CastMember? other)
    {
        var pair = new Circumstances([.. speaker.Tags.Select(tag => $"s-{tag}"), .. (other?.Tags ?? ["nobody"]).Select(tag => $"t-{tag}")]);
        return book.Words.Address.FirstOrDefault(form => pair.Grant(form.When) is not null) ?? new("", "I", "you");
    }

    private string? Take(string? text)
    {
        if (text is not null)
            _spoken.Add(text);
        return text;
    }

    private List<Dialogue> Take(List<Dialogue> lines)
    {
        _spoken.UnionWith(lines.Select(line => line.Text));
        return lines;
    }
}
