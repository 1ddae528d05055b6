using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>Reads the parts of an answer as strictly as <c>script.json</c> is read.</summary>
internal static class SceneReading
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    // These are ours, whatever a model says.
    private static readonly string[] Planned = ["duration", "intensity", "story_beat", "translations", "negative"];

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <returns>The scene with its number where it has one; or what is wrong with it.</returns>
    /// <param name="promptIsThere">False for parts of a scene whose prompt nobody asked for.</param>
    public static SceneRead Scene(string json, bool promptIsThere = true)
    {
        int? number = null;
        try
        {
            if (JsonNode.Parse(json, documentOptions: Lenient) is not JsonObject fields)
                return new(null, null, Sentence.Of("writing.no-object", json.Length > 60 ? json[..60] + "…" : json));
            number = NumberOf(fields);
            foreach (var name in Planned)
                fields.Remove(name);
            if (!promptIsThere)
                fields["prompt"] = "-";
            var page = new JsonObject { ["title"] = "-", ["language"] = "en", ["scenes"] = new JsonArray(fields) };
            return new(number, Plain(ScriptJson.Read(page.ToJsonString(), "script").Scenes[0]), null);
        }
        catch (JsonException broken)
        {
            return new(number, null, broken.Message);
        }
        catch (MistakeException wrong)
        {
            return new(number, null, Sentence.Of(wrong.Mistake));
        }
    }

    public static Character? Character(string json)
    {
        try
        {
            var page = new JsonObject
            {
                ["title"] = "-",
                ["language"] = "en",
                ["characters"] = new JsonArray(JsonNode.Parse(json, documentOptions: Lenient)),
                ["scenes"] = new JsonArray("-"),
            };
            var character = ScriptJson.Read(page.ToJsonString(), "script").Characters[0];
            return character with { Name = character.Name.Trim(), VisualIdentity = character.VisualIdentity.Trim(), Extra = Nothing, Figure = null, Voice = null };
        }
        catch (Exception wrong) when (wrong is JsonException or MistakeException)
        {
            return null;
        }
    }

    public static SocialPost? Post(string json)
    {
        try
        {
            var page = new JsonObject
            {
                ["title"] = "-",
                ["language"] = "en",
                ["social"] = new JsonArray(JsonNode.Parse(json, documentOptions: Lenient)),
                ["scenes"] = new JsonArray("-"),
            };
            var post = ScriptJson.Read(page.ToJsonString(), "script").Social[0];
            return post.Caption.Length > 0 ? post with { Extra = Nothing } : null;
        }
        catch (Exception wrong) when (wrong is JsonException or MistakeException)
        {
            return null;
        }
    }

    /// <summary>A text of the head; null when it is none.</summary>
    public static string? Text(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static OutlinedScene? Outlined(string json)
    {
        try
        {
            if (JsonNode.Parse(json, documentOptions: Lenient) is not JsonObject fields)
                return null;
            var number = NumberOf(fields);
            return Filled(fields["what"]) is { } what ? new(number, what, Filled(fields["location"]), TextsOf(fields["characters"]), Filled(fields["time_of_day"])) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int? NumberOf(JsonObject fields)
    {
        var node = fields["number"] ?? fields["scene"];
        fields.Remove("number");
        fields.Remove("scene");
        return node is JsonValue value && int.TryParse(value.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string? Filled(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static IReadOnlyList<string> TextsOf(JsonNode? node) => node switch
    {
        JsonArray list => [.. list.Select(Filled).OfType<string>()],
        JsonValue => Filled(node)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        _ => [],
    };

    private static Scene Plain(Scene scene) => scene with
    {
        Prompt = scene.Prompt.Trim(),
        Location = Filled(scene.Location),
        Characters = [.. scene.Characters.Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
        CameraShot = Filled(scene.CameraShot),
        LightingMood = Filled(scene.LightingMood),
        Emotion = Filled(scene.Emotion),
        TimeOfDay = Filled(scene.TimeOfDay),
        VisualNotes = Filled(scene.VisualNotes),
        Sound = Filled(scene.Sound),
        Narration = Filled(scene.Narration),
        Dialogues =
        [
            .. scene.Dialogues
                .Where(line => !string.IsNullOrWhiteSpace(line.Text))
                .Select(line => new Dialogue { Speaker = Filled(line.Speaker), Text = line.Text.Trim(), Emotion = Filled(line.Emotion) }),
        ],
        Extra = Nothing,
    };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
