using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>
/// The JSON schemas that answers are held to. As strict services want them: an object at the top, every field required, none besides; what does not apply is
/// an empty text.
/// </summary>
internal static class AnswerForms
{
    private static readonly string[] SceneFields =
    [
        "prompt", "location", "characters", "camera_shot", "lighting_mood", "emotion", "time_of_day", "visual_notes", "sound", "dialogues", "narration",
    ];

    /// <param name="sells">Whether texts to post belong to it.</param>
    public static JsonElement Whole(bool sells) => Frozen(Head(sells, ("scenes", List(SceneOf(SceneFields)))));

    public static JsonElement Outline(bool sells) => Frozen(Head(sells, ("outline", List(Outlined()))));

    public static JsonElement Acts(bool sells) => Frozen(Head(sells, ("acts", List(Object(("number", Number()), ("what", Text()))))));

    public static JsonElement Act { get; } = Frozen(Object(("outline", List(Outlined()))));

    public static JsonElement Scenes { get; } = Frozen(Object(("scenes", List(SceneOf(SceneFields)))));

    /// <summary>Only what is wrong with some scenes.</summary>
    public static JsonElement Mended(IEnumerable<string> fields) => Frozen(Object(("scenes", List(SceneOf([.. SceneFields.Intersect(fields)])))));

    public static JsonElement MendedHead { get; } = Frozen(Object(("title", Text()), ("hook_summary", Text()), ("emotional_arc", Text())));

    public static JsonElement Texts { get; } = Frozen(Object(("texts", List(Text()))));

    private static JsonObject Head(bool sells, (string, JsonNode) rest)
    {
        (string, JsonNode)[] head =
        [
            ("title", Text()), ("hook_summary", Text()), ("emotional_arc", Text()),
            ("characters", List(Object(("name", Text()), ("role", Text()), ("visual_identity", Text())))),
        ];
        (string, JsonNode)[] posts = sells
            ? [("social", List(Object(("platform", Text()), ("title", Text()), ("caption", Text()), ("hashtags", List(Text())), ("thumbnail_text", Text()))))]
            : [];
        return Object([.. head, rest, .. posts]);
    }

    private static JsonObject Outlined() =>
        Object(("number", Number()), ("what", Text()), ("location", Text()), ("characters", List(Text())), ("time_of_day", Text()));

    private static JsonObject SceneOf(IReadOnlyList<string> fields) => Object([("number", Number()), .. fields.Select(name => (name, Field(name)))]);

    private static JsonNode Field(string name) => name switch
    {
        "characters" => List(Text()),
        "dialogues" => List(Object(("speaker", Text()), ("text", Text()), ("emotion", Text()))),
        _ => Text(),
    };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Number() => new() { ["type"] = "integer" };

    private static JsonObject List(JsonNode item) => new() { ["type"] = "array", ["items"] = item };

    private static JsonObject Object(params IReadOnlyList<(string Name, JsonNode Form)> fields)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, form) in fields)
        {
            properties[name] = form;
            required.Add(name);
        }

        return new() { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
    }

    private static JsonElement Frozen(JsonObject form) => JsonSerializer.SerializeToElement(form);
}
