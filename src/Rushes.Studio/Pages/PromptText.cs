using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rushes.Engine.Writing.Pictures;
using Rushes.Film.Briefs;

namespace Rushes.Studio.Pages;

/// <summary>The prompts of pictures as one types them: what <see cref="PromptFile"/> reads, the other way round.</summary>
internal static class PromptText
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A line a picture, or one for all; JSON where more is said of a picture than a line holds.</summary>
    public static string Of(IReadOnlyList<Picture> pictures)
    {
        if (pictures.Any(picture => picture.Move is not null || picture.Seconds is not null || picture.Prompt?.Contains('\n', StringComparison.Ordinal) == true))
        {
            return JsonSerializer.Serialize(
                pictures.Where(picture => picture.Prompt is not null || picture.Move is not null).Select(picture => new { prompt = picture.Prompt, move = picture.Move, seconds = picture.Seconds }),
                Plain);
        }

        var lines = pictures.Select(picture => picture.Prompt).OfType<string>().ToList();
        return lines.Count == pictures.Count && lines.Distinct(StringComparer.Ordinal).Count() == 1 ? lines[0] : string.Join('\n', lines);
    }
}
