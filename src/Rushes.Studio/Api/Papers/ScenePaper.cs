using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Studio.Api.Papers;

/// <summary>Fields of a scene as <c>script.json</c> has them: null removes one, what is left out stays.</summary>
[JsonConverter(typeof(Form))]
internal readonly record struct ScenePaper(JsonElement Page)
{
    /// <summary>The script with the fields laid over those of a scene, by the rules of the script's reader.</summary>
    /// <param name="scene">Counted from 1.</param>
    /// <exception cref="MistakeException">There is no such scene, or a field is not what it should be.</exception>
    public Script Over(Script script, int scene)
    {
        if (scene < 1 || scene > script.Scenes.Count)
            throw Mistake.Input("film.no-scene", "scene", scene, script.Scenes.Count).AsException();
        if (Page.ValueKind != JsonValueKind.Object)
            throw Mistake.Input("api.json-field", "body", "body").AsException();
        var whole = JsonNode.Parse(ScriptJson.Write(script))!;
        var fields = whole["scenes"]![scene - 1]!.AsObject();
        foreach (var change in Page.EnumerateObject())
        {
            fields.Remove(change.Name);
            if (change.Value.ValueKind != JsonValueKind.Null)
                fields[change.Name] = JsonNode.Parse(change.Value.GetRawText());
        }

        return new ScriptPaper(JsonSerializer.SerializeToElement(whole)).Read();
    }

    private sealed class Form : JsonConverter<ScenePaper>
    {
        public override ScenePaper Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, ScenePaper value, JsonSerializerOptions options) => value.Page.WriteTo(writer);
    }
}
