using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rushes.Film.Scripts;

/// <summary>Writes a script as people like to read it: indented, in the order of the format's description, without empty fields.</summary>
internal static partial class ScriptJsonWriter
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        // Vietnamese stays readable; the file is never put into a web page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Script script) => Written(script, WriteScript);

    /// <summary>One scene by itself.</summary>
    public static string Write(Scene scene) => Written(scene, WriteScene);

    private static string Written<T>(T part, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            write(json, part);
            json.WriteEndObject();
        }

        return Pairs().Replace(System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan), Letter) + "\n";
    }

    /// <summary>The encoder writes emoji as escapes, whatever it is told; people want to read them.</summary>
    private static string Letter(Match pair) => new(
    [
        (char)ushort.Parse(pair.Groups["high"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        (char)ushort.Parse(pair.Groups["low"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
    ]);

    // A backslash of the text itself is doubled, so an escape follows none or an even number of them.
    [GeneratedRegex(@"(?<=(?<!\\)(?:\\\\)*)\\u(?<high>D[89AB][0-9A-F]{2})\\u(?<low>D[C-F][0-9A-F]{2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Pairs();

    private static void WriteScript(Utf8JsonWriter json, Script script)
    {
        json.WriteString("format", Script.Format);
        json.WriteString("title", script.Title);
        json.WriteString("language", script.Language);
        json.WriteString("kind", script.Kind == ScriptKind.Sales ? "sales" : "story");
        Text(json, "style", script.Style);
        Text(json, "domain", script.Domain);
        Text(json, "topic", script.Topic);
        Text(json, "template", script.Template);
        json.WriteString("hook_summary", script.HookSummary);
        json.WriteString("emotional_arc", script.EmotionalArc);
        if (script.Narrator is { } narrator)
        {
            json.WriteStartObject("narrator");
            Text(json, "voice", narrator.Voice);
            WriteManner(json, narrator.Manner);
            json.WriteEndObject();
        }

        List(json, "characters", script.Characters, WriteCharacter);
        List(json, "scenes", script.Scenes, WriteScene);
        if (script.Social.Count > 0)
            List(json, "social", script.Social, WritePost);
        if (script.WrittenBy is { } authorship)
            WriteAuthorship(json, authorship);
        Map(json, script.Translations);
        Rest(json, script.Extra);
    }

    private static void WriteAuthorship(Utf8JsonWriter json, Authorship authorship)
    {
        json.WriteStartObject("written_by");
        json.WriteString("writer", authorship.Writer);
        json.WriteNumber("calls", authorship.Calls);
        if (authorship.KeptAnswers > 0)
            json.WriteNumber("kept_answers", authorship.KeptAnswers);
        json.WriteNumber("input_tokens", authorship.InputTokens);
        json.WriteNumber("output_tokens", authorship.OutputTokens);
        if (authorship.Cost is { } cost)
        {
            json.WritePropertyName("cost");
            json.WriteRawValue(cost.ToString("0.########", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("currency", authorship.Currency);
        }

        Texts(json, "remarks", authorship.Remarks);
        json.WriteEndObject();
    }

    private static void WriteCharacter(Utf8JsonWriter json, Character character)
    {
        json.WriteString("name", character.Name);
        Text(json, "role", character.Role);
        Text(json, "visual_identity", character.VisualIdentity);
        Text(json, "voice", character.Voice);
        WriteManner(json, character.Manner);
        Text(json, "figure", character.Figure);
        Text(json, "picture", character.Picture);
        Rest(json, character.Extra);
    }

    private static void WriteManner(Utf8JsonWriter json, Manner? manner)
    {
        if (manner is null)
            return;
        json.WriteStartObject("manner");
        Text(json, "style", manner.Style);
        if (manner.Rate is { } rate)
            json.WriteNumber("rate", rate);
        if (manner.Pitch is { } pitch)
            json.WriteNumber("pitch", pitch);
        if (manner.Expressiveness is { } expressiveness)
            json.WriteNumber("expressiveness", expressiveness);
        json.WriteEndObject();
    }

    private static void WriteScene(Utf8JsonWriter json, Scene scene)
    {
        json.WriteString("prompt", scene.Prompt);
        json.WriteNumber("duration", scene.Duration);
        Text(json, "location", scene.Location);
        Texts(json, "characters", scene.Characters);
        Text(json, "camera_shot", scene.CameraShot);
        Text(json, "lighting_mood", scene.LightingMood);
        Text(json, "emotion", scene.Emotion);
        json.WriteNumber("intensity", scene.Intensity);
        Text(json, "story_beat", scene.StoryBeat);
        Text(json, "time_of_day", scene.TimeOfDay);
        Text(json, "visual_notes", scene.VisualNotes);
        Text(json, "sound", scene.Sound);
        if (scene.Dialogues.Count > 0)
            List(json, "dialogues", scene.Dialogues, WriteDialogue);
        Text(json, "narration", scene.Narration);
        Text(json, "negative", scene.Negative);
        Map(json, scene.Translations);
        Rest(json, scene.Extra);
    }

    private static void WriteDialogue(Utf8JsonWriter json, Dialogue line)
    {
        Text(json, "speaker", line.Speaker);
        json.WriteString("text", line.Text);
        Text(json, "emotion", line.Emotion);
        Map(json, line.Translations);
        Rest(json, line.Extra);
    }

    private static void WritePost(Utf8JsonWriter json, SocialPost post)
    {
        json.WriteString("platform", post.Platform);
        Text(json, "title", post.Title);
        json.WriteString("caption", post.Caption);
        Texts(json, "hashtags", post.Hashtags);
        Text(json, "thumbnail_text", post.ThumbnailText);
        Rest(json, post.Extra);
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Map(Utf8JsonWriter json, IReadOnlyDictionary<string, string> translations)
    {
        if (translations.Count == 0)
            return;
        json.WriteStartObject("translations");
        foreach (var (field, text) in translations)
            json.WriteString(field, text);
        json.WriteEndObject();
    }

    private static void Rest(Utf8JsonWriter json, IReadOnlyDictionary<string, JsonElement> extra)
    {
        foreach (var (name, value) in extra)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }
}
