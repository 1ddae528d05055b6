using System.Text.Json;
using System.Text.RegularExpressions;
using Rushes.Film;

namespace Rushes.Engine.Writing.Pictures;

/// <summary>
/// Reads what should happen in pictures: plain lines, one a picture (<c>beach.jpg: waves roll in</c> names its picture); or JSON: a list of texts or of
/// objects, <c>{"scenes":[...]}</c>, <c>{"prompts":[...]}</c>, one object by itself, or one object a line.
/// </summary>
public static partial class PromptFile
{
    private static readonly string[] Lists = ["scenes", "prompts"];

    /// <param name="text">The content of the file.</param>
    /// <param name="file">How the file is called in a sentence about a mistake.</param>
    /// <exception cref="MistakeException">The text is broken; the mistake names the file and the line or entry.</exception>
    public static IReadOnlyList<PicturePrompt> Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.TrimStart('\uFEFF').Trim();
        var prompts = plain.Length > 0 && LooksLikeJson(plain, file) ? Json(text, plain, file) : Lines(plain, file);
        return prompts.Count > 0 ? prompts : throw Mistake.Input("script.prompts-none", "prompts", file).AsException();
    }

    // A plain line may begin with a bracket too: "[Wide] the sea".
    private static bool LooksLikeJson(string text, string file) =>
        file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || JsonStart().IsMatch(text);

    private static List<PicturePrompt> Lines(string text, string file)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var numbered = lines.Select(line => Number().Match(line)).ToList();
        if (lines.Length > 1 && numbered.Index().All(pair => pair.Item.Success && pair.Item.Groups["number"].ValueSpan.SequenceEqual($"{pair.Index + 1}")))
            lines = [.. numbered.Select(match => match.Groups["text"].Value)];
        return [.. lines.Select((line, index) => Line(line, index + 1, file))];
    }

    private static PicturePrompt Line(string line, int entry, string file)
    {
        var named = Named().Match(line);
        return named.Success
            ? new(file, entry, named.Groups["text"].Value, named.Groups["picture"].Value)
            : new(file, entry, line);
    }

    private static List<PicturePrompt> Json(string original, string text, string file)
    {
        var documents = JsonLines(text) ? text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text];
        // The lines of a mistake are counted in the file as it is.
        var above = original[..Math.Max(0, original.IndexOf(text, StringComparison.Ordinal))].Count(letter => letter == '\n');
        List<PicturePrompt> prompts = [];
        foreach (var (index, document) in documents.Index())
        {
            using var parsed = Parse(document, file, above + index);
            foreach (var element in Entries(parsed.RootElement, file))
                prompts.Add(PromptEntry.Read(element, file, prompts.Count + 1));
        }

        return prompts;
    }

    private static List<JsonElement> Entries(JsonElement root, string file)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return [.. root.EnumerateArray()];
        foreach (var name in Lists)
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out var list))
                continue;
            return list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray()]
                : throw Mistake.Input("script.wrong-type", "prompts", file, name, "[...]").AsException();
        }

        return [root];
    }

    private static bool JsonLines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 1 && lines.All(line => line[0] == '{' && line[^1] == '}');
    }

    private static JsonDocument Parse(string text, string file, long above)
    {
        try
        {
            return JsonDocument.Parse(text, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException broken)
        {
            throw Mistake.Input("script.broken-json", "prompts", file, (broken.LineNumber ?? 0) + 1 + above, (broken.BytePositionInLine ?? 0) + 1).AsException();
        }
    }

    [GeneratedRegex(@"^(?:\{|\[\s*(?:[{""\[\]]|null))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex JsonStart();

    [GeneratedRegex(@"^(?<number>\d{1,3})\s*[.):]\s+(?<text>\S.*)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?<picture>[^:|\t]+\.(?:jpe?g|png|webp))\s*[:|\t=]\s*(?<text>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Named();
}
