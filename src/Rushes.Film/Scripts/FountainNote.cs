using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rushes.Film.Scripts;

/// <summary>Everything of a script or a scene that has no place on the page, as JSON with the field names of <c>script.json</c>.</summary>
internal static class FountainNote
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Script script)
    {
        var fields = JsonNode.Parse(ScriptJsonWriter.Write(script with { Scenes = [] }))!.AsObject();
        fields.Remove("format");
        fields.Remove("scenes");
        if (FountainText.IsExact(script.Title))
            fields.Remove("title");
        return Note(fields);
    }

    public static string Of(Scene scene, FountainCues cues)
    {
        var fields = JsonNode.Parse(ScriptJsonWriter.Write(scene))!.AsObject();
        if (FountainText.IsExact(scene.Prompt))
            fields.Remove("prompt");
        if (scene.Narration is null || FountainText.IsExact(scene.Narration))
            fields.Remove("narration");
        if (scene.Dialogues.All(line => IsExact(line, cues)))
            fields.Remove("dialogues");
        return Note(fields);
    }

    private static bool IsExact(Dialogue line, FountainCues cues) =>
        cues.IsExact(line.Speaker)
        && FountainText.IsExact(line.Text)
        && line.Translations.Count == 0
        && line.Extra.Count == (cues.ExtensionOf(line) is null ? 0 : 1)
        && (string.IsNullOrEmpty(line.Emotion) || (FountainText.IsExact(line.Emotion) && FountainText.Parenthetical(line.Emotion) == FountainText.Safe(line.Emotion)));

    /// <summary>A note must hold neither its own end nor a comment's beginning: inside texts the marks become JSON escapes, between values blanks part them.</summary>
    private static string Note(JsonObject fields)
    {
        var json = fields.ToJsonString(OneLine);
        var note = new StringBuilder("[[rushes: ", json.Length + 32);
        var inText = false;
        for (var i = 0; i < json.Length; i++)
        {
            var letter = json[i];
            if (inText && letter == '\\')
            {
                note.Append(letter).Append(json[++i]);
                continue;
            }

            if (letter == '"')
                inText = !inText;
            if (inText && letter is '[' or ']' or '*' or '\u2028' or '\u2029')
                note.Append("\\u").Append(((int)letter).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else if (!inText && letter is '[' or ']' && note[^1] == letter)
                note.Append(' ').Append(letter);
            else
                note.Append(letter);
        }

        return note.Append("]]").ToString();
    }
}
