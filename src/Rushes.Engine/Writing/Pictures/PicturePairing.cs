using System.Text;
using Rushes.Film;
using Rushes.Film.Briefs;

namespace Rushes.Engine.Writing.Pictures;

/// <summary>
/// Gives every picture its prompt. A prompt that names a picture goes to it; the others go to the remaining pictures in order; a single nameless prompt
/// is for all. A picture may stay without a prompt (its motion is then chosen from what it shows); a prompt without a picture is a mistake, because
/// nobody can know which one was not meant.
/// </summary>
public static class PicturePairing
{
    private const double SecondsEach = 4;

    /// <param name="files">Absolute paths.</param>
    /// <param name="prompts">As <see cref="PromptFile"/> read them.</param>
    /// <param name="promptForAll">For the pictures that have none of their own.</param>
    /// <param name="byName">Every prompt must name its picture; <c>beach: waves roll in</c> names one without its ending.</param>
    /// <exception cref="MistakeException">A prompt names no picture or one that another has taken, or there are more prompts than pictures.</exception>
    public static IReadOnlyList<Picture> Pair(IReadOnlyList<string> files, IReadOnlyList<PicturePrompt> prompts, string? promptForAll, bool byName)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(prompts);
        if (files.Count == 0)
            throw Mistake.Input("script.no-pictures", "image").AsException();
        var own = new PicturePrompt?[files.Count];
        List<PicturePrompt> nameless = [];
        foreach (var prompt in byName ? prompts.Select(prompt => NamedByLine(prompt, files)) : prompts)
        {
            var place = PlaceOf(prompt, files, byName);
            if (place is not { } at)
                nameless.Add(prompt);
            else if (own[at] is { } other)
                throw Mistake.Input("script.prompt-twice", "prompts", prompt.File, other.Entry, prompt.Entry, Path.GetFileName(files[at])).AsException();
            else
                own[at] = prompt;
        }

        var free = Enumerable.Range(0, files.Count).Where(index => own[index] is null).ToList();
        var isForAll = prompts.Count == 1 && nameless.Count == 1;
        if (!isForAll && nameless.Count > free.Count)
            throw Mistake.Input("script.prompts-many", "prompts", nameless[0].File, prompts.Count, files.Count).AsException();
        foreach (var (index, at) in free.Index())
            own[at] = isForAll ? nameless[0] : nameless.ElementAtOrDefault(index);

        var forAll = string.IsNullOrWhiteSpace(promptForAll) ? null : promptForAll.Trim();
        return [.. files.Select((file, index) => new Picture(file, own[index]?.Text ?? forAll, own[index]?.Move, own[index]?.Seconds))];
    }

    /// <summary>The seconds of a film whose pictures all bring their own; null when one leaves them open.</summary>
    public static double? SecondsOf(IReadOnlyList<Picture> pictures) =>
        pictures.All(picture => picture.Seconds is not null) ? Math.Round(pictures.Sum(picture => picture.Seconds!.Value), 3) : null;

    /// <summary>Seconds of a film of these pictures when nobody says how long it is.</summary>
    public static double LengthOf(IReadOnlyList<Picture> pictures) =>
        SecondsOf(pictures) ?? Math.Clamp(SecondsEach * pictures.Count, BriefRules.ShortestFilm, BriefRules.LongestFilm);

    private static int? PlaceOf(PicturePrompt prompt, IReadOnlyList<string> files, bool byName)
    {
        if (prompt.Picture is not { } name)
            return byName ? throw Mistake.Input("script.prompt-nameless", "prompts", prompt.File, prompt.Entry).AsException() : null;
        var found = Matches(name, files);
        if (found.Count > 1)
            throw Mistake.Input("script.prompt-ambiguous", "prompts", prompt.File, prompt.Entry, name).AsException();
        if (found.Count == 1)
            return found[0];
        // A scene's "name" need not be a file's.
        if (!byName && !Path.HasExtension(name))
            return null;
        var nearest = NearestName.To(Path.GetFileName(name), files.Select(file => Path.GetFileName(file)));
        throw (nearest is null
            ? Mistake.Input("script.prompt-no-picture", "prompts", prompt.File, prompt.Entry, name)
            : Mistake.Input("script.prompt-no-picture-nearest", "prompts", prompt.File, prompt.Entry, name, nearest)).AsException();
    }

    /// <summary>The pictures of that name: with its folder, else with its ending, else without.</summary>
    private static List<int> Matches(string name, IReadOnlyList<string> files)
    {
        var asked = Plain(name);
        Func<string, string>[] ways = [Plain, file => Plain(Path.GetFileName(file)), file => Plain(Path.GetFileNameWithoutExtension(file))];
        foreach (var way in ways)
        {
            var found = Enumerable.Range(0, files.Count).Where(index => way(files[index]) == asked).ToList();
            if (found.Count > 0)
                return found;
        }

        // A list made elsewhere names folders that are not here.
        var last = asked[(asked.LastIndexOf('/') + 1)..];
        return last.Length > 0 && last != asked ? Matches(last, files) : [];
    }

    private static PicturePrompt NamedByLine(PicturePrompt prompt, IReadOnlyList<string> files)
    {
        if (prompt is not { Picture: null, Text: { } text } || text.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
            return prompt;
        var name = text[..colon].Trim();
        return Matches(name, files).Count > 0 ? prompt with { Picture = name, Text = text[(colon + 1)..].Trim() } : prompt;
    }

    private static string Plain(string path) => path.Trim().Replace('\\', '/').Normalize(NormalizationForm.FormC).ToLowerInvariant();
}
