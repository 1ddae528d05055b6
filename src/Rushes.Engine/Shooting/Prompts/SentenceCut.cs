namespace Rushes.Engine.Shooting.Prompts;

/// <summary>Takes a text apart at the ends of its sentences, and only there: not inside a quotation, a number or after an abbreviation.</summary>
internal static class SentenceCut
{
    private const string Ends = ".!?…。！？";
    private const string Wide = "。！？";
    private const string Closers = "\"”’»」』)]";

    public static IReadOnlyList<string> Of(string text, IReadOnlyList<string> abbreviations)
    {
        var sentences = new List<string>();
        var start = 0;
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '"')
                quoted = !quoted;
            else if (text[at] is '“' or '«' or '「' or '『')
                quoted = true;
            else if (text[at] is '”' or '»' or '」' or '』')
                quoted = false;

            // A quotation that ends with its sentence's own mark, as in: He calls "Run!" She runs.
            var closes = !quoted && Closers.Contains(text[at], StringComparison.Ordinal) && at > start && Ends.Contains(text[at - 1], StringComparison.Ordinal);
            if (text[at] is not '\n' && (quoted || (!closes && !Ends.Contains(text[at], StringComparison.Ordinal))))
                continue;
            if (text[at] is not '\n' && !EndsHere(text, start, at, closes, abbreviations))
                continue;
            Add(sentences, text[start..(at + 1)]);
            start = at + 1;
        }

        Add(sentences, text[start..]);
        return sentences;
    }

    private static bool EndsHere(string text, int start, int at, bool closes, IReadOnlyList<string> abbreviations)
    {
        if (at + 1 == text.Length)
            return true;
        if (Wide.Contains(text[at], StringComparison.Ordinal))
            return !Closers.Contains(text[at + 1], StringComparison.Ordinal);
        if (!char.IsWhiteSpace(text[at + 1]))
            return false;

        // After a quotation the sentence may go on: "Run!" she calls.
        var next = text.AsSpan(at + 1).TrimStart();
        if ((closes || text[at] is '…') && next.Length > 0 && char.IsLower(next[0]))
            return false;
        return closes || text[at] is not '.' || !abbreviations.Any(word =>
            text.AsSpan(start, at - start).EndsWith(word, StringComparison.Ordinal)
            && (at - word.Length == start || !char.IsLetterOrDigit(text[at - word.Length - 1])));
    }

    private static void Add(List<string> sentences, string text)
    {
        var sentence = text.Trim();
        if (sentence.Length > 0)
            sentences.Add(sentence);
    }
}
