using System.Text.Json;
using System.Text.Json.Serialization;
using Rushes.Film.Scripts;

namespace Rushes.Studio.Api.Papers;

/// <summary>A script as <c>script.json</c> has it: read by the rules of that file, which forgive more than a strict reader, and keep fields that nobody knows.</summary>
[JsonConverter(typeof(Form))]
internal readonly record struct ScriptPaper(JsonElement Page)
{
    private const string Source = "script";

    public static ScriptPaper Of(Script script) => new(JsonSerializer.Deserialize<JsonElement>(ScriptJson.Write(script)));

    /// <exception cref="Rushes.Film.MistakeException">It is no script; the mistake names the field.</exception>
    public Script Read() => ScriptJson.Read(Page.GetRawText(), Source);

    private sealed class Form : JsonConverter<ScriptPaper>
    {
        public override ScriptPaper Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, ScriptPaper value, JsonSerializerOptions options) => value.Page.WriteTo(writer);
    }
}
