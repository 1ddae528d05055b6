using Rushes.Film.Scripts;

namespace Rushes.Engine.Shooting.Prompts;

/// <summary>The texts of an order that a model must understand. Spoken lines are not among them: they are heard in the film's own language.</summary>
internal static class OrderTexts
{
    public static IEnumerable<string> Of(ShotOrder order) => Of(order.Shot with { Prompt = order.Prompt, Negative = order.Negative }, order.Picture?.Prompt, order.Cast);

    /// <summary>The same of a scene that is not ordered yet.</summary>
    /// <param name="picture">What is told of the picture that the scene starts from.</param>
    /// <param name="cast">Who is in the scene.</param>
    public static IEnumerable<string> Of(Scene scene, string? picture, IEnumerable<Character> cast) => ((string?[])
        [
            scene.Prompt, scene.Negative, picture, scene.Location, scene.CameraShot, scene.LightingMood, scene.Emotion, scene.TimeOfDay, scene.VisualNotes, scene.Sound,
            .. cast.Select(member => member.VisualIdentity),
        ])
        .OfType<string>().Where(NeedsTranslation);

    public static ShotOrder Put(ShotOrder order, IReadOnlyDictionary<string, string> translated)
    {
        string Of(string text) => translated.GetValueOrDefault(text, text);
        string? Maybe(string? text) => text is null ? null : Of(text);
        return order with
        {
            Prompt = Of(order.Prompt),
            Negative = Maybe(order.Negative),
            Picture = order.Picture is { } picture ? picture with { Prompt = Maybe(picture.Prompt) } : null,
            Shot = order.Shot with
            {
                Location = Maybe(order.Shot.Location),
                CameraShot = Maybe(order.Shot.CameraShot),
                LightingMood = Maybe(order.Shot.LightingMood),
                Emotion = Maybe(order.Shot.Emotion),
                TimeOfDay = Maybe(order.Shot.TimeOfDay),
                VisualNotes = Maybe(order.Shot.VisualNotes),
                Sound = Maybe(order.Shot.Sound),
            },
            Cast = [.. order.Cast.Select(member => Translated(member, Of))],
        };
    }

    private static Character Translated(Character member, Func<string, string> of) => member with { VisualIdentity = of(member.VisualIdentity) };

    /// <summary>Shots, moods and beats are English words of the format in every language; a sentence has more words than these.</summary>
    private static bool NeedsTranslation(string text) => text.Any(letter => letter > 127) || text.Count(letter => letter == ' ') > 4;
}
