namespace Rushes.Engine.Writing.Understanding;

/// <summary>The few English inflections that sentences about an idea need.</summary>
internal static class EnglishForms
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["becoming"] = "become",
        ["making"] = "make",
        ["writing"] = "write",
        ["dancing"] = "dance",
        ["riding"] = "ride",
        ["baking"] = "bake",
        ["winning"] = "win",
        ["running"] = "run",
        ["swimming"] = "swim",
        ["getting"] = "get",
        ["having"] = "have",
        ["living"] = "live",
        ["leaving"] = "leave",
        ["saving"] = "save",
        ["being"] = "be",
        ["flying"] = "fly",
        ["driving"] = "drive",
        ["coming"] = "come",
        ["giving"] = "give",
        ["taking"] = "take",
        ["raising"] = "raise",
        ["cycling"] = "cycle",
        ["escaping"] = "escape",
        ["changing"] = "change",
        ["creating"] = "create",
    };

    /// <summary>"becoming a singer" to "become a singer"; anything else is left.</summary>
    public static string? Base(string? phrase)
    {
        if (phrase is null)
            return null;
        var space = phrase.IndexOf(' ', StringComparison.Ordinal);
        var verb = space < 0 ? phrase : phrase[..space];
        var rest = space < 0 ? "" : phrase[space..];
        if (Irregular.TryGetValue(verb, out var known))
            return known + rest;
        return verb.Length > 5 && verb.EndsWith("ing", StringComparison.Ordinal) ? verb[..^3] + rest : phrase;
    }

    /// <summary>"become a singer" to "becoming a singer".</summary>
    public static string Gerund(string phrase)
    {
        var space = phrase.IndexOf(' ', StringComparison.Ordinal);
        var verb = space < 0 ? phrase : phrase[..space];
        var rest = space < 0 ? "" : phrase[space..];
        var irregular = Irregular.FirstOrDefault(pair => pair.Value == verb).Key;
        if (irregular is not null)
            return irregular + rest;
        if (verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal))
            return verb[..^1] + "ing" + rest;
        return verb + "ing" + rest;
    }

    /// <summary>All forms of a subject pronoun: subject, object, possessive, reflexive; null when it is no English pronoun.</summary>
    public static IReadOnlyList<string>? Pronouns(string subject) => subject switch
    {
        "she" => ["she", "her", "her", "herself"],
        "he" => ["he", "him", "his", "himself"],
        "it" => ["it", "it", "its", "itself"],
        "they" => ["they", "them", "their", "themself"],
        _ => null,
    };

    public static string Singular(string phrase) => phrase switch
    {
        _ when phrase.EndsWith("children", StringComparison.Ordinal) => phrase[..^3],
        _ when phrase.EndsWith("men", StringComparison.Ordinal) => phrase[..^2] + "an",
        _ when phrase.EndsWith("ies", StringComparison.Ordinal) => phrase[..^3] + "y",
        _ when phrase.EndsWith('s') && !phrase.EndsWith("ss", StringComparison.Ordinal) => phrase[..^1],
        _ => phrase,
    };

    public static string A(string noun)
    {
        if (noun.Length == 0)
            return noun;
        var head = noun.Split(' ', 2)[0];

        // There is but one of these.
        if (head is "last" or "only" or "first" && head.Length < noun.Length)
            return $"the {noun}";
        if (head.Length > 3 && head.EndsWith('s') && !head.EndsWith("ss", StringComparison.Ordinal) && !head.EndsWith("us", StringComparison.Ordinal) && !head.EndsWith("is", StringComparison.Ordinal))
            return $"some {noun}";
        var vowel = "aeiou".Contains(char.ToLowerInvariant(noun[0]), StringComparison.Ordinal);
        if (noun.StartsWith("uni", StringComparison.OrdinalIgnoreCase) || noun.StartsWith("one", StringComparison.OrdinalIgnoreCase) || noun.StartsWith("use", StringComparison.OrdinalIgnoreCase))
            vowel = false;
        if (noun.StartsWith("hour", StringComparison.OrdinalIgnoreCase) || noun.StartsWith("honest", StringComparison.OrdinalIgnoreCase))
            vowel = true;
        return (vowel ? "an " : "a ") + noun;
    }
}
