using System.Text.RegularExpressions;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Pictures;

/// <summary>What somebody wrote to be said within a prompt: quoted text, with its speaker before a colon; and a line that begins with "narration:".</summary>
/// <param name="Rest">The prompt without its narration.</param>
/// <param name="Narration">Null when the prompt has none.</param>
internal sealed partial record SpokenText(string Rest, string? Narration, IReadOnlyList<Dialogue> Dialogues)
{
    public static SpokenText Of(string prompt)
    {
        var told = Telling().Matches(prompt).Select(match => match.Groups["text"].Value.Trim().Trim('"', '“', '”').Trim()).Where(text => text.Length > 0).ToList();
        var rest = Telling().Replace(prompt, "").Trim();
        List<Dialogue> dialogues = [.. Quoted().Matches(rest).Where(match => !IsLettering(rest[..match.Groups["open"].Index])).Select(Line)];
        // A line that only says something is no picture.
        rest = string.Join('\n', rest.Split('\n').Where(line => Quoted().Replace(line, "").Trim().Length > 0)).Trim();
        return new(rest, told.Count > 0 ? string.Join(' ', told) : null, dialogues);
    }

    /// <summary>A spoken line as a prompt holds it, so that <see cref="Of"/> finds it again.</summary>
    public static string Quote(string? speaker, string text)
    {
        var quoted = $"“{OneLine(text).Replace('“', '\'').Replace('”', '\'')}”";
        return string.IsNullOrWhiteSpace(speaker) ? quoted : $"{OneLine(speaker)}: {quoted}";
    }

    public static string OneLine(string text) => Blanks().Replace(text.Trim(), " ");

    private static Dialogue Line(Match match) => new()
    {
        Text = OneLine(match.Groups["text"].Value),
        Speaker = match.Groups["speaker"] is { Success: true } speaker ? OneLine(speaker.Value) : null,
    };

    // A sign is read, not said.
    private static bool IsLettering(string before) => Lettering().IsMatch(before);

    [GeneratedRegex(
        @"(?:(?<=^|[.\n]\s*)(?<speaker>\p{Lu}[\p{L}\p{M}\p{N}'’ -]{0,40}?)\s*:\s*)?(?<open>[""“«「])(?<text>[^""“”«»「」]*[\p{L}\p{N}][^""“”«»「」]*)[""”»」]",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"(?<=^|[.\n;]\s*)(?:narration|narrator|voice[- ]?over|v\.?o\.?|lời kể|lời dẫn|lời bình|người kể|thuyết minh|giọng kể)\s*:[ \t]*(?<text>[“""][^”""\n]*[”""]|[^\n]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Telling();

    [GeneratedRegex(
        @"(?:\b(?:sign|signs|text|letters|lettering|words?|logo|label|labell?ed|titled?|named|called|reads|reading|written|printed|banner|poster|chữ|biển|bảng|ghi|đề|tên|gọi là|nhãn|khẩu hiệu))[\s:,]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Lettering();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Blanks();
}
