using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Studio.Pages;

/// <summary>Reads the fields of an edited scene. What the form does not show stays as it was.</summary>
internal static class SceneForm
{
    private const int Letters = 16;

    /// <summary>The field that says which state of the scene the form was printed from.</summary>
    public const string Was = "was";

    /// <summary>What the form shows of a scene, as one word. The height of its feeling is not part of it: the curve beside the form changes that.</summary>
    public static string PrintOf(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        string?[] shown =
        [
            scene.Prompt, scene.Duration.ToString("R", CultureInfo.InvariantCulture), scene.Location, scene.CameraShot, scene.LightingMood, scene.TimeOfDay,
            scene.Emotion, scene.StoryBeat, scene.Sound, scene.VisualNotes, scene.Narration, .. scene.Dialogues.SelectMany(line => new[] { line.Speaker, line.Text }),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', shown))))[..Letters];
    }

    /// <exception cref="MistakeException">A field is not what it should be; it is named.</exception>
    public static Scene Read(IFormCollection form, Scene before)
    {
        var prompt = form["prompt"].ToString().Trim();
        if (prompt.Length == 0)
            throw Mistake.Input("studio.no-prompt", "prompt").AsException();
        var location = form.Said("location");
        return before with
        {
            // What a screenplay's heading said was about the place that stood there.
            Extra = location == before.Location ? before.Extra : before.Extra.Where(field => field.Key != FountainHeading.SideField).ToDictionary(StringComparer.Ordinal),
            Prompt = prompt,
            Duration = Number(form, "duration", 1, 600),
            Intensity = Intensity(form),
            Location = location,
            CameraShot = form.Said("camera_shot"),
            LightingMood = form.Said("lighting_mood"),
            TimeOfDay = form.Said("time_of_day"),
            Emotion = form.Said("emotion"),
            StoryBeat = form.Said("story_beat"),
            Sound = form.Said("sound"),
            VisualNotes = form.Said("visual_notes"),
            Narration = form.Said("narration"),
            Dialogues = Dialogues(form["dialogues"].ToString(), before),
        };
    }

    /// <summary>The height of a scene's feeling, -1 to 1.</summary>
    /// <exception cref="MistakeException">It is none.</exception>
    public static double Intensity(IFormCollection form) => Number(form, "intensity", -1, 1);

    /// <summary>One line a dialogue: <c>Lan: Where are you?</c>. A name before the colon that nobody in the scene has is part of the text.</summary>
    private static List<Dialogue> Dialogues(string text, Scene before)
    {
        var known = before.Characters.Concat(before.Dialogues.Select(line => line.Speaker).OfType<string>()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<Dialogue> lines = [];
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var speaker = colon > 0 && known.TryGetValue(line[..colon].Trim(), out var name) ? name : null;
            var words = speaker is null ? line : line[(colon + 1)..].Trim();
            if (words.Length == 0)
                continue;
            var same = before.Dialogues.FirstOrDefault(old => old.Text == words && old.Speaker == speaker);
            lines.Add(same ?? new Dialogue { Speaker = speaker, Text = words });
        }

        return lines;
    }

    private static double Number(IFormCollection form, string field, double least, double most) =>
        double.TryParse(form[field], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Mistake.Input("studio.number-range", field, field, least, most).AsException();
}
