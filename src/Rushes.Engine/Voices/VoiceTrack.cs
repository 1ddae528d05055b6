using Rushes.Film.Scripts;

namespace Rushes.Engine.Voices;

/// <summary>What is said in a scene before it is spoken: narration first, then the dialogues in order.</summary>
internal sealed record VoiceTrack(string? Speaker, string Text, string? Emotion = null)
{
    public static IReadOnlyList<VoiceTrack> Of(Scene scene)
    {
        var lines = new List<VoiceTrack>();
        if (!string.IsNullOrWhiteSpace(scene.Narration))
            lines.Add(new(null, scene.Narration.Trim()));
        lines.AddRange(scene.Dialogues.Where(line => !string.IsNullOrWhiteSpace(line.Text))
            .Select(line => new VoiceTrack(line.Speaker, line.Text.Trim(), string.IsNullOrWhiteSpace(line.Emotion) ? null : line.Emotion.Trim())));
        return lines;
    }
}
