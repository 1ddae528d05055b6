using System.Text.RegularExpressions;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Pictures;

/// <summary>The script of an image film: one scene a picture, nothing invented. Only what the user wrote to be said is said.</summary>
public static partial class ImageScript
{
    private const int LongestTitle = 60;

    /// <exception cref="MistakeException">There are no pictures, or the film is too short for them.</exception>
    public static Script Of(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var pictures = brief.Pictures;
        if (pictures.Count == 0)
            throw Mistake.Input("script.no-pictures", "image").AsException();
        if (pictures.Count > ScriptJson.MostScenes)
            throw Mistake.Input("script.pictures-many", "image", pictures.Count, ScriptJson.MostScenes).AsException();
        var language = BriefRules.LanguageOf(brief);
        var seconds = PictureSeconds.Share(brief.Duration, pictures);
        var scenes = pictures.Select((picture, index) => SceneOf(picture, seconds[index], language)).ToList();
        var speakers = scenes.SelectMany(scene => scene.Characters).Distinct(StringComparer.OrdinalIgnoreCase);
        return new()
        {
            Title = TitleOf(brief),
            Language = language,
            Style = brief.Style,
            Domain = brief.Domain,
            Topic = brief.Topic,
            HookSummary = FirstWords(scenes[0].Prompt, LongestTitle * 2),
            Characters = [.. speakers.Select(name => new Character { Name = name })],
            Scenes = scenes,
        };
    }

    private static Scene SceneOf(Picture picture, double seconds, string language)
    {
        var spoken = SpokenText.Of(picture.Prompt ?? "");
        return new()
        {
            Prompt = spoken.Rest.Length > 0 ? spoken.Rest : Sentence.In(language, "script.picture-moves"),
            Duration = seconds,
            CameraShot = PictureCamera.Of(spoken.Rest, picture.Move),
            Characters = [.. spoken.Dialogues.Select(line => line.Speaker).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Dialogues = spoken.Dialogues,
            Narration = spoken.Narration,
        };
    }

    /// <summary>The name that the user gave; a mere file name gives way to what the first prompt says.</summary>
    private static string TitleOf(Brief brief)
    {
        var name = brief.Idea.Trim();
        if (name.Any(char.IsWhiteSpace))
            return FirstWords(name, LongestTitle);
        var said = brief.Pictures.Select(picture => SpokenText.Of(picture.Prompt ?? "").Rest).FirstOrDefault(text => text.Length > 0);
        if (said is not null)
            return FirstWords(said, LongestTitle);
        var plain = Joints().Replace(name.Length > 0 ? name : Path.GetFileNameWithoutExtension(brief.Pictures[0].Path), " ").Trim();
        return plain.Length > 0 ? char.ToUpperInvariant(plain[0]) + plain[1..] : Path.GetFileName(brief.Pictures[0].Path);
    }

    /// <summary>The first sentence, cut between words where it is long.</summary>
    private static string FirstWords(string text, int most)
    {
        var sentence = SentenceEnd().Split(SpokenText.OneLine(text), 2)[0].TrimEnd('.', ',', ';', ':', ' ');
        if (sentence.Length <= most)
            return sentence;
        var cut = sentence.LastIndexOf(' ', most);
        return sentence[..(cut > most / 2 ? cut : most)].TrimEnd(',', ';', ':', ' ') + "…";
    }

    [GeneratedRegex(@"(?<=[.!?。！？])\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[_\-\s]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Joints();
}
