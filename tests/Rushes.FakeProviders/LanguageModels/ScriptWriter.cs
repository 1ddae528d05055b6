using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rushes.FakeProviders.LanguageModels;

/// <summary>
/// Writes an answer that fits a JSON schema, always the same for the same question: as many scenes as the question speaks of, their
/// lengths adding up to its seconds, sentences in its language about its subject. Where the question gives a list, the answer's is as long.
/// </summary>
internal sealed partial class ScriptWriter
{
    private const int UsualScenes = 4;
    private const int Deepest = 12;
    private const int MostWords = 10;

    /// <summary>Terms of the craft, the same in every language.</summary>
    private static readonly string[] Cameras = ["Medium, static", "Close-up, slow zoom-in", "Wide, pan left", "Tracking, handheld"], Lights = ["Warm", "Soft", "Cold", "High-contrast"];

    private readonly JsonObject schema;
    private readonly Phrases phrases;
    private readonly string subject;
    private readonly string shown;
    private readonly int scenes;
    private readonly double? seconds;
    private readonly JsonObject given;
    private int sentence;

    private ScriptWriter(LanguageQuestion question, bool otherLanguage)
    {
        schema = question.Schema ?? [];
        var asked = FaultMarker.Replace(question.Last, "").Trim();
        phrases = IsVietnamese(question) ^ otherLanguage ? Phrases.Vietnamese : Phrases.English;
        subject = Subject(asked);
        shown = asked;
        given = Given(asked);
        var all = $"{question.System}\n{asked}";
        scenes = Math.Clamp(Number(SceneCount, asked) ?? Number(SceneCount, all) ?? UsualScenes, 1, 200);
        seconds = Number(Total, asked) ?? Number(Total, all);
    }

    /// <summary>The answer to <paramref name="question"/>; prose when no schema was given and no JSON asked for.</summary>
    public static string Write(LanguageQuestion question, bool otherLanguage = false)
    {
        var writer = new ScriptWriter(question, otherLanguage);
        if (question.Schema is null)
            return $"{string.Format(CultureInfo.InvariantCulture, writer.phrases.Title, writer.subject)}. {string.Join(' ', writer.phrases.Narration.Select(each => string.Format(CultureInfo.InvariantCulture, each, writer.subject)))}";
        return writer.Value(question.Schema, "", 0, 0)?.ToJsonString(new System.Text.Json.JsonSerializerOptions
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }) ?? "null";
    }

    /// <summary>The sentences for the language of <paramref name="question"/>.</summary>
    public static Phrases PhrasesFor(LanguageQuestion question) => IsVietnamese(question) ? Phrases.Vietnamese : Phrases.English;

    private static bool IsVietnamese(LanguageQuestion question) =>
        VietnameseLetters.IsMatch(question.Last) || question.System.Contains("Vietnamese", StringComparison.OrdinalIgnoreCase)
        || question.Last.Contains("Vietnamese", StringComparison.OrdinalIgnoreCase);

    private JsonNode? Value(JsonNode? of, string name, int index, int depth)
    {
        if (of is not JsonObject node || depth > Deepest)
            return null;
        if (node["$ref"] is { } reference)
            return Value(Resolve((string)reference!), name, index, depth + 1);
        if (node["const"] is { } constant)
            return constant.DeepClone();
        if (node["enum"] is JsonArray choices)
            return choices[index % choices.Count]?.DeepClone();
        if ((node["anyOf"] ?? node["oneOf"]) is JsonArray alternatives)
            return Value(alternatives.FirstOrDefault(each => (string?)each?["type"] != "null"), name, index, depth + 1);
        return Type(node) switch
        {
            "object" => Object(node, index, depth),
            "array" => List(node, name, index, depth),
            "integer" => JsonValue.Create((long)Math.Round(Numeric(node, name, index))),
            "number" => JsonValue.Create(Numeric(node, name, index)),
            "boolean" => JsonValue.Create(index % 2 == 0),
            "null" => null,
            _ => Fit(node, Sentence(name, index)),
        };
    }

    private static string Type(JsonObject node) => node["type"] switch
    {
        JsonArray several => several.Select(each => (string?)each).First(each => each != "null")!,
        JsonValue one => one.GetValue<string>().ToLowerInvariant(),
        _ => node["properties"] is not null ? "object" : node["items"] is not null ? "array" : "string",
    };

    private JsonObject Object(JsonObject node, int index, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, property) in node["properties"] as JsonObject ?? [])
            made[name] = Value(property, name, index, depth + 1);
        return made;
    }

    private JsonArray List(JsonObject node, string name, int index, int depth)
    {
        var ofScenes = Is(name, "scene", "shot") && !Is(name, "id");
        var count = given[name] is JsonArray alike ? alike.Count : ofScenes ? scenes : Is(name, "character", "product") ? 1 : 2;
        if (node["minItems"] is JsonValue least)
            count = Math.Max(count, least.GetValue<int>());
        if (node["maxItems"] is JsonValue most)
            count = Math.Min(count, most.GetValue<int>());
        var list = new JsonArray();
        for (var at = 0; at < count; at++)
            list.Add(Value(node["items"], name, ofScenes ? at : index + at, depth + 1));
        return list;
    }

    private double Numeric(JsonObject node, string name, int index)
    {
        var value = Is(name, "duration", "second", "length")
            ? seconds is { } total ? Share(total, index) : 8
            : Is(name, "score") ? 7 : index + 1;
        if (node["minimum"] is JsonValue least)
            value = Math.Max(value, least.GetValue<double>());
        if (node["maximum"] is JsonValue most)
            value = Math.Min(value, most.GetValue<double>());
        return value;
    }

    /// <summary>Whole seconds that add up: the first scenes take the rest.</summary>
    private double Share(double total, int index)
    {
        var whole = Math.Floor(total / scenes);
        return whole + (index < total - (whole * scenes) ? 1 : 0);
    }

    private string Sentence(string name, int index)
    {
        string Of(string[] stock) => string.Format(CultureInfo.InvariantCulture, stock[index % stock.Length], subject);
        if (Is(name, "title"))
            return string.Format(CultureInfo.InvariantCulture, phrases.Title, subject);
        if (Is(name, "id", "key"))
            return string.Create(CultureInfo.InvariantCulture, $"s{index + 1:00}");
        if (Is(name, "language", "locale"))
            return phrases == Phrases.Vietnamese ? "vi" : "en";
        if (Is(name, "camera"))
            return Cameras[index % Cameras.Length];
        if (Is(name, "light"))
            return Lights[index % Lights.Length];
        if (Is(name, "time_of_day", "daytime"))
            return "Day";
        if (Is(name, "sound"))
            return "wind";
        if (Is(name, "identity", "appearance", "look"))
            return Of(phrases.Looks);
        if (Is(name, "place", "setting", "location"))
            return Of(phrases.Places);
        if (Is(name, "mood", "emotion", "tone"))
            return Of(phrases.Moods);
        if (Is(name, "name", "speaker", "character"))
            return Of(phrases.Names);
        if (Is(name, "action", "visual", "prompt", "description", "picture"))
            return Unlike(phrases.Action, index);
        return string.Format(CultureInfo.InvariantCulture, phrases.Narration[sentence++ % phrases.Narration.Length], subject);
    }

    /// <summary>The sentence of a place in the list, or the next one that the question does not show already: whoever is asked for another scene writes another.</summary>
    private string Unlike(string[] stock, int index)
    {
        var sentences = Enumerable.Range(0, stock.Length).Select(step => string.Format(CultureInfo.InvariantCulture, stock[(index + step) % stock.Length], subject)).ToList();
        return sentences.Find(each => !shown.Contains(each, StringComparison.Ordinal)) ?? sentences[0];
    }

    private static JsonNode Fit(JsonObject node, string text)
    {
        if (node["maxLength"] is JsonValue most && text.Length > most.GetValue<int>())
            text = text[..most.GetValue<int>()];
        return JsonValue.Create(text);
    }

    private JsonNode? Resolve(string reference)
    {
        JsonNode? at = schema;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            at = at?[part];
        return at;
    }

    private static bool Is(string name, params string[] parts) => parts.Any(part => part.Length <= 3
        ? string.Equals(name, part, StringComparison.OrdinalIgnoreCase) || name.EndsWith($"_{part}", StringComparison.OrdinalIgnoreCase)
        : name.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>Lists that the question gives as JSON, as one for translation does: the answer has as many items.</summary>
    private static JsonObject Given(string asked)
    {
        try
        {
            return asked.StartsWith('{') ? JsonNode.Parse(asked.Split("\n\n")[0]) as JsonObject ?? [] : [];
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }
    }

    /// <summary>The first words of what stands between two lines of dashes, or else of the last line that has some; an idea usually stands at the end or alone.</summary>
    private static string Subject(string asked)
    {
        var lines = asked.Split('\n').Select(each => each.Trim()).Where(each => each.Length > 0 && !each.StartsWith('{')).ToList();
        var fence = lines.FindIndex(each => each is "---");
        var line = (fence >= 0 && lines.Skip(fence + 2).Contains("---") ? lines[fence + 1] : lines.LastOrDefault()) ?? "";
        var words = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split([' ', ',', '.', '"'], StringSplitOptions.RemoveEmptyEntries).Take(MostWords);
        var named = string.Join(' ', words).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        return named.Length > 0 ? named : "a paper boat";
    }

    private static int? Number(Regex form, string text) =>
        form.Match(text) is { Success: true } found && int.TryParse(found.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"(?<n>\d{1,3})\s*(scenes?|cảnh|shots?)\b|\b(scenes?|cảnh|số cảnh)\s*[:=]\s*(?<n>\d{1,3})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SceneCount { get; }

    [GeneratedRegex(@"(?<n>\d{1,4})\s*(s|sec|seconds?|giây)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Total { get; }

    [GeneratedRegex("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VietnameseLetters { get; }

    [GeneratedRegex(@"\[\[[^\[\]]*\]\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FaultMarker { get; }
}
