using System.Globalization;
using System.Text.Json;
using Rushes.Film;
using Rushes.Film.Briefs;

namespace Rushes.Engine.Writing.Pictures;

/// <summary>One entry of a JSON prompt file: a text, or an object; a scene of a script is such an object too, and what is spoken in it comes along.</summary>
internal static class PromptEntry
{
    private static readonly string[] Prompts = ["prompt", "prompt_tgt", "prompt_vi", "text"];
    private static readonly string[] Names = ["image", "file", "picture", "image_path", "name"];
    private static readonly string[] Cameras = ["move", "camera_move", "camera_shot"];
    private static readonly string[] Lengths = ["seconds", "duration"];

    public static PicturePrompt Read(JsonElement entry, string file, int number)
    {
        if (entry.ValueKind == JsonValueKind.String)
            return new(file, number, Filled(entry.GetString()) ?? throw Empty(file, number));
        if (entry.ValueKind != JsonValueKind.Object)
            throw Mistake.Input("script.prompt-entry", "prompts", file, number, "{\"prompt\": \"...\"}").AsException();
        var prompt = Text(entry, Prompts, file, number);
        var picture = Text(entry, Names, file, number);
        var camera = Text(entry, Cameras, file, number);
        var move = Picture.Moves.FirstOrDefault(name => name == camera?.ToLowerInvariant().Replace(' ', '-').Replace('_', '-'));
        // Whatever else is said of the camera is found among the prompt's words.
        string?[] lines = [prompt, move is null && camera is not null ? $"Camera: {camera}." : null, .. Spoken(entry)];
        var text = Filled(string.Join('\n', lines.OfType<string>()));
        if (text is null && picture is null && move is null)
            throw Empty(file, number);
        return new(file, number, text, picture, move, Seconds(entry, file, number));
    }

    private static IEnumerable<string> Spoken(JsonElement entry)
    {
        if (entry.TryGetProperty("narration", out var narration) && narration.ValueKind == JsonValueKind.String && Filled(narration.GetString()) is { } told)
            yield return $"narration: {SpokenText.OneLine(told)}";
        if (!entry.TryGetProperty("dialogues", out var dialogues) || dialogues.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var line in dialogues.EnumerateArray())
        {
            var text = line.ValueKind == JsonValueKind.String ? line.GetString() : TextOrNull(line, "text") ?? TextOrNull(line, "text_tgt") ?? TextOrNull(line, "text_vi");
            if (Filled(text) is { } said)
                yield return SpokenText.Quote(TextOrNull(line, "speaker"), said);
        }
    }

    private static string? Text(JsonElement entry, string[] names, string file, int number)
    {
        foreach (var name in names)
        {
            if (!entry.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
                continue;
            if (value.ValueKind != JsonValueKind.String)
                throw Mistake.Input("script.prompt-field", "prompts", file, number, name, "\"...\"").AsException();
            if (Filled(value.GetString()) is { } text)
                return text;
        }

        return null;
    }

    private static double? Seconds(JsonElement entry, string file, int number)
    {
        foreach (var name in Lengths)
        {
            if (!entry.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
                continue;
            if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds > 0)
                return seconds;
            if (value.ValueKind == JsonValueKind.String
                && double.TryParse(value.GetString()!.TrimEnd('s', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && read > 0)
                return read;
            throw Mistake.Input("script.prompt-field", "prompts", file, number, name, "4").AsException();
        }

        return null;
    }

    private static string? TextOrNull(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static MistakeException Empty(string file, int number) => Mistake.Input("script.prompt-empty", "prompts", file, number).AsException();
}
