using System.Text.Json;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Variants;

/// <summary>What a posted film really earned, as its maker entered it; kept in the script under <c>results</c>.</summary>
/// <param name="Views">Null where nobody said.</param>
/// <param name="Retention">Share of viewers still there after three seconds, 0 to 1.</param>
public sealed record Earned(long? Views = null, double? Retention = null, long? Sales = null)
{
    /// <summary>What it is called in <c>script.json</c>.</summary>
    public const string Field = "results";

    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Null where nothing was entered yet, or something that nobody can read.</summary>
    public static Earned? Of(Script script)
    {
        ArgumentNullException.ThrowIfNull(script);
        if (!script.Extra.TryGetValue(Field, out var found) || found.ValueKind != JsonValueKind.Object)
            return null;
        try
        {
            return found.Deserialize<Earned>(Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The script with nothing noted beside it: nobody has posted it yet.</summary>
    public static Script Nothing(Script script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return script with { Extra = script.Extra.Where(field => field.Key != Field).ToDictionary(StringComparer.Ordinal) };
    }

    /// <summary>The script with this beside what was entered before.</summary>
    public Script In(Script script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var before = Of(script) ?? new Earned();
        var now = new Earned(Views ?? before.Views, Retention ?? before.Retention, Sales ?? before.Sales);
        return script with { Extra = new Dictionary<string, JsonElement>(script.Extra, StringComparer.Ordinal) { [Field] = JsonSerializer.SerializeToElement(now, Form) } };
    }
}
