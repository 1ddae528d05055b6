using Rushes.Engine.Writing.Phrases;
using Rushes.Engine.Writing.Understanding;

namespace Rushes.Engine.Writing.Composing;

/// <summary>Builds the two or three sentences of a prompt: the action with who does it, a detail of the place, camera and light.</summary>
internal sealed class PromptComposer(PhraseBook book, Chance chance)
{
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>The action with each character introduced by look where the name first stands.</summary>
    public string Action(string action, IReadOnlyList<CastMember> present)
    {
        var text = action;
        foreach (var member in present)
        {
            text = Introduced(text, member)
                ?? $"{text} {PhraseFiller.Polish(book.Words.AlsoThere[chance.Below(book.Words.AlsoThere.Count)].Replace("{who}", $"{member.Name}, {member.Identity}", StringComparison.Ordinal))}";
        }

        return text;
    }

    public string? PlaceDetail(PlaceEntry place, Circumstances circumstances, IReadOnlyDictionary<string, string> slots) =>
        Rarest(place.Details
            .Where(group => group.Key == "any" || circumstances.Grant(group.Key) is not null)
            .SelectMany(group => group.Value.Select(text => (text, Rank: group.Key == "any" ? 0 : circumstances.Grant(group.Key)!.Value))), slots);

    public string CameraAndLight(CameraPhrase camera, string mood, Circumstances circumstances, IReadOnlyDictionary<string, string> slots)
    {
        var where = Rarest(camera.Say.Select(text => (text, 0)), slots) ?? camera.Shot;
        var light = Rarest(book.Lights
            .Where(phrase => phrase.Mood == mood && circumstances.Grant(phrase.When) is not null)
            .SelectMany(phrase => phrase.Say.Select(text => (text, circumstances.Grant(phrase.When)!.Value))), slots);
        var joined = light is null ? where : $"{where.TrimEnd('.')}, {char.ToLowerInvariant(light[0])}{light[1..]}";
        return joined.TrimEnd('.') + ".";
    }

    /// <summary>The pattern used least so far, the most fitting among those.</summary>
    public string? Rarest(IEnumerable<(string Text, int Rank)> patterns, IReadOnlyDictionary<string, string> slots)
    {
        var chosen = patterns
            .Where(pattern => PhraseFiller.CanFill(pattern.Text, slots))
            .OrderBy(pattern => _used.GetValueOrDefault(pattern.Text))
            .ThenByDescending(pattern => pattern.Rank + (chance.Next() * 2.5))
            .Select(pattern => pattern.Text)
            .FirstOrDefault();
        if (chosen is null)
            return null;
        _used[chosen] = _used.GetValueOrDefault(chosen) + 1;
        return PhraseFiller.Fill(chosen, slots, chance);
    }

    /// <summary>Puts the look behind the first mention that can bear it; null when the name stands nowhere alone.</summary>
    private static string? Introduced(string text, CastMember member)
    {
        var from = 0;
        while (from < text.Length)
        {
            var at = text.IndexOf(member.Name, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return null;
            var end = at + member.Name.Length;
            var whole = (at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]));
            var possessed = end < text.Length && text[end] is '\'' or '’';
            if (whole && !(end < text.Length && possessed))
            {
                var closing = end < text.Length && text[end] == ' ' ? "," : "";
                return $"{text[..end]}, {member.Identity}{closing}{text[end..]}";
            }

            from = end;
        }

        return null;
    }
}
