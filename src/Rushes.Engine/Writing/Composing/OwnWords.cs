using Rushes.Engine.Writing.Understanding;

namespace Rushes.Engine.Writing.Composing;

/// <summary>An idea in its own words, as what a scene shows: whom it begins with has a name by now.</summary>
internal static class OwnWords
{
    // A clause about somebody becomes a sentence of theirs: "The thief who returned a painting".
    private static readonly string[] Relatives = ["who ", "that ", "which "];

    private static readonly string[] Articles = ["", "a", "an", "the", "một"];

    public static string Of(Premise premise)
    {
        var sentence = premise.Reading.Sentences is [var first, ..] ? first : premise.Reading.Idea;
        var named = premise.First;

        // The look follows the name anyway, as part of who it is.
        var plain = premise.Reading.Hero?.Tail?.Said is { Length: > 0 } said ? sentence.Replace(said, "", StringComparison.OrdinalIgnoreCase) : sentence;
        var called = premise.Reading.Hero?.Called;
        var at = called is null ? -1 : plain.IndexOf(called, StringComparison.OrdinalIgnoreCase);

        // Only an article may stand before it, and nothing of it may get lost: "two brothers" are more than the one who has a name.
        if (at < 0 || IdeaText.Words(called!).Count > IdeaText.Words(named.Called).Count || !Articles.Contains(plain[..at].Trim(), StringComparer.OrdinalIgnoreCase))
            return $"{IdeaText.Capital(sentence)}.";
        var rest = plain[(at + called!.Length)..].TrimStart();
        if (rest.Length == 0 || (!char.IsLetter(rest[0]) && rest[0] != ','))
            return $"{IdeaText.Capital(sentence)}.";
        var clause = Relatives.FirstOrDefault(word => rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } relative ? rest[relative.Length..] : rest;
        return $"{IdeaText.Capital(named.Name)}{(clause[0] == ',' ? "" : " ")}{clause}.";
    }
}
