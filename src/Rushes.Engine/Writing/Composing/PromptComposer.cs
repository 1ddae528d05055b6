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
            text = Introduced(text, member, Look(member, present))
                ?? $"{text} {PhraseFiller.Polish(Identity(member, Look(member, present)))}";
        }

        return text;
    }

    /// <summary>Whoever speaks is seen, also where the action names them not.</summary>
    public string WithSpeakers(string action, IEnumerable<CastMember> speakers, IReadOnlyList<CastMember> present) =>
        string.Join(' ', speakers.Except(present).Select(member => PhraseFiller.Polish(Identity(member, member.Identity))).Prepend(action));

    /// <summary>A sentence of its own, for somebody of whom the action only names a hand or a voice.</summary>
    private string Identity(CastMember member, string look) => member.IsCalledByRole
        ? $"{member.Name} {look}."
        : book.Words.Identity.Replace("{name}", member.Name, StringComparison.Ordinal).Replace("{identity}", look, StringComparison.Ordinal);

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

    /// <summary>The pattern used least so far, the most fitting among those, as a whole sentence.</summary>
    public string? Rarest(IEnumerable<(string Text, int Rank)> patterns, IReadOnlyDictionary<string, string> slots) =>
        RarestPart(patterns, slots) is { } part ? PhraseFiller.Polish(part) : null;

    /// <summary>The same for a part that will stand inside a sentence.</summary>
    public string? RarestPart(IEnumerable<(string Text, int Rank)> patterns, IReadOnlyDictionary<string, string> slots)
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
        return PhraseFiller.FillPart(chosen, slots, chance);
    }

    /// <summary>Whether a name stands in a text as a word of its own.</summary>
    public static bool Names(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (IsWhole(text, at, at + name.Length) && !IsQuoted(text, at))
                return true;
        }

        return false;
    }

    /// <summary>The whole look when somebody is alone, one trait each where several share the sentence.</summary>
    private static string Look(CastMember member, IReadOnlyList<CastMember> present) => present.Count > 1 ? member.Brief : member.Identity;

    /// <summary>Inside a quotation a name is spoken, not shown.</summary>
    private static bool IsQuoted(string text, int at) => text[..at].Count(letter => letter == '"') % 2 == 1;

    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !char.IsLetter(text[start - 1])) && (end == text.Length || !char.IsLetter(text[end]));

    /// <summary>Puts the look behind the first mention that can bear it; null when the name stands nowhere alone.</summary>
    private static string? Introduced(string text, CastMember member, string look)
    {
        var name = member.Name;
        var from = 0;
        while (from < text.Length)
        {
            var at = text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return null;
            var end = at + name.Length;
            var possessed = end < text.Length && text[end] is '\'' or '’';
            if (IsWhole(text, at, end) && !possessed && !IsQuoted(text, at))
            {
                var rest = text[end..];
                if (member.LooksSaid is { } said && rest.StartsWith(said, StringComparison.OrdinalIgnoreCase))
                    rest = rest[said.Length..];
                var closing = rest is [' ', ..] ? "," : "";
                return $"{text[..end]}, {look}{closing}{rest}";
            }

            from = end;
        }

        return null;
    }
}
