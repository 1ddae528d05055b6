using System.Text.Json;
using System.Text.Json.Serialization;
using Rushes.Engine.Projects;

namespace Rushes.Engine.Voices;

/// <summary>Who really spoke a line and what that cost, beside its sound. A line that its own voice spoke for nothing has none.</summary>
/// <param name="Voice">The voice's name; another than was cast where that could not speak.</param>
public sealed record LineNote(string Voice, string Text, string? Model = null, string? Account = null, int? Characters = null, decimal? Cost = null, string? Currency = null)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Somebody was paid for it, if only by a plan.</summary>
    [JsonIgnore]
    public bool IsPaid => Model is not null;

    public static LineNote Of(string voice, string text, LineReceipt? receipt) => receipt is null
        ? new(voice, text)
        : new(voice, text, receipt.Model, receipt.Account, receipt.Characters, receipt.Cost, receipt.Cost is null ? null : receipt.Currency);

    /// <param name="wav">The line's sound.</param>
    /// <returns>Null when there is none.</returns>
    public static LineNote? Read(string wav)
    {
        try
        {
            return JsonSerializer.Deserialize<LineNote>(File.ReadAllText(FileOf(wav)), Form);
        }
        catch (Exception none) when (none is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string wav) => HalfFile.Make(FileOf(wav), half => File.WriteAllText(half, JsonSerializer.Serialize(this, Form) + "\n"));

    private static string FileOf(string wav) => Path.ChangeExtension(wav, ".json");
}
