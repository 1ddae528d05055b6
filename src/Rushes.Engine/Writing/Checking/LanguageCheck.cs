using Rushes.Engine.Texts;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Every text that people read or hear is in the film's language. Words of the format (shots, moods, beats, tags) are English everywhere.</summary>
internal sealed class LanguageCheck : IScriptCheck
{
    // Fewer words can be anything.
    private const int LeastWords = 5;

    private const string ThumbnailText = "thumbnail_text";

    private static readonly char[] Breaks = [' ', '\n', '\t', '.', ',', '!', '?', ':', ';', '"', '“', '”'];

    private static readonly HashSet<string> PlainEnglish = ["the", "and", "of", "with", "is", "are", "in", "to", "on", "his", "her", "a"];

    public IEnumerable<ScriptWarning> Find(Draft draft)
    {
        var script = draft.Script;
        if (!Languages.All.Contains(script.Language))
            yield break;
        var names = script.Characters.Select(character => character.Name).ToList();
        foreach (var found in Foreign(null, script.Language, names, [("title", script.Title), ("hook_summary", script.HookSummary), ("emotional_arc", script.EmotionalArc)]))
            yield return found;
        foreach (var found in script.Characters.SelectMany(one => Foreign(null, script.Language, names, [($"visual_identity ({one.Name})", one.VisualIdentity), ($"role ({one.Name})", one.Role)])))
            yield return found;
        foreach (var found in script.Social.SelectMany(post => Foreign(null, script.Language, names, [("caption", post.Caption), ("title", post.Title), (ThumbnailText, post.ThumbnailText)])))
            yield return found;
        foreach (var found in draft.Scenes.SelectMany(pair => Foreign(pair.Number, script.Language, names, FieldsOf(pair.Scene))))
            yield return found;
    }

    private static IEnumerable<(string Field, string? Text)> FieldsOf(Scene scene) =>
    [
        ("prompt", scene.Prompt), ("location", scene.Location), ("visual_notes", scene.VisualNotes), ("narration", scene.Narration),
        .. scene.Dialogues.Select(line => ("dialogues", (string?)line.Text)),
    ];

    private static IEnumerable<ScriptWarning> Foreign(int? scene, string language, List<string> names, IEnumerable<(string Field, string? Text)> fields)
    {
        foreach (var (field, text) in fields)
        {
            // Names of people and brands say nothing about a language.
            var plain = names.Aggregate(text ?? "", (rest, name) => name.Length == 0 ? rest : rest.Replace(name, " ", StringComparison.OrdinalIgnoreCase));
            if ((IsVietnamese(field, plain, language) ? "vi" : LanguageOf(plain, language)) is { } other)
                yield return new(scene, WarningKinds.Language, Sentence.Of("script.check-language", field, other, language), [Short(text!)]);
        }
    }

    /// <summary>Two words are enough where most have letters that no other language has. A place may be called so everywhere.</summary>
    private static bool IsVietnamese(string field, string text, string expected)
    {
        if (expected == "vi" || field is not ("narration" or "dialogues" or ThumbnailText))
            return false;
        var words = text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && words.Count(word => word.Any(letter => letter is 'ă' or 'Ă' or 'đ' or 'Đ' or 'ơ' or 'Ơ' or 'ư' or 'Ư' or (>= 'Ạ' and <= 'ỹ'))) * 2 > words.Length;
    }

    /// <summary>The language of a text when it is surely another one; else null.</summary>
    private static string? LanguageOf(string text, string expected)
    {
        var words = text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries);
        var letters = text.Count(char.IsLetter);
        if (words.Length < LeastWords && !(letters >= 8 && text.Any(letter => letter > 'Ỹ')))
            return null;
        var guess = Languages.Of(text);
        if (guess == expected)
            return null;

        // English is also the guess where nothing speaks for any language, and a foreign place name is no foreign sentence.
        if (guess == "en" && expected != "vi" && text.All(letter => letter < 'Ё') && words.Count(word => PlainEnglish.Contains(word.ToLowerInvariant())) < 2)
            return null;
        if (guess == "vi" && expected != "vi" && words.Count(word => word.Any(letter => letter > 127)) * 2 < words.Length)
            return null;
        return guess;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
