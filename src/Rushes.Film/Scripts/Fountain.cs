using System.Text;

namespace Rushes.Film.Scripts;

/// <summary>
/// A script as a screenplay in the Fountain format (fountain.io): what is seen and heard stands as scene headings, action and dialogue that any
/// screenwriting program shows; every further field is kept in notes of the form <c>[[rushes: {...}]]</c>, which print nowhere.
/// </summary>
/// <remarks>
/// Whoever reads the file back takes what stands on the page, and from the note the rest. Where the page cannot hold a text exactly (blank lines, marks of
/// the format, names in capitals), the note holds the text as well, and it counts as long as the page still shows what was written for it.
/// </remarks>
public static class Fountain
{
    public static string Write(Script script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var page = new StringBuilder();
        var title = FountainText.TitleLines(script.Title);
        page.Append("Title:").Append(title.Count == 1 ? " " : "\n    ").AppendJoin("\n    ", title).Append('\n');
        page.Append("Format: ").Append(Script.Format).Append('\n');
        page.Append("Language: ").Append(FountainText.OneLine(script.Language)).Append("\n\n");
        page.Append(FountainNote.Of(script)).Append('\n');

        var cues = new FountainCues(script);
        foreach (var (index, scene) in script.Scenes.Index())
            Write(page, scene, index + 1, cues);
        return page.ToString();
    }

    /// <summary>Reads a screenplay, whoever wrote it.</summary>
    /// <param name="file">How the file is called in a sentence about a mistake; names a screenplay without a title.</param>
    /// <exception cref="MistakeException">There is no scene in it, it is longer than a film may be, or a note holds what no script may have.</exception>
    public static Script Read(string text, string file) => FilmLimits.Checked(ReadOfAnyLength(text, file), file);

    /// <summary>Reads a screenplay that may be longer than a film of ours: to take scenes from it.</summary>
    /// <exception cref="MistakeException">There is no scene in it, or a note holds what no script may have.</exception>
    public static Script ReadOfAnyLength(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        return FountainReader.Read(text, file);
    }

    /// <summary>One scene as it stands on the page.</summary>
    internal static string Write(Scene scene, int number, FountainCues cues)
    {
        var page = new StringBuilder();
        Write(page, scene, number, cues);
        return page.ToString();
    }

    private static void Write(StringBuilder page, Scene scene, int number, FountainCues cues)
    {
        page.Append('\n').Append(FountainHeading.Of(scene, number, cues.Vietnamese)).Append("\n\n");
        page.Append(FountainNote.Of(scene, cues)).Append('\n');
        var action = FountainText.Action(scene.Prompt);
        if (action.Length > 0)
            page.Append('\n').Append(action).Append('\n');
        if (!string.IsNullOrWhiteSpace(scene.Narration))
            Speak(page, cues.Narrator, null, scene.Narration);
        foreach (var line in scene.Dialogues.Where(line => !string.IsNullOrWhiteSpace(line.Text)))
            Speak(page, cues.Of(line), line.Emotion, line.Text);
    }

    private static void Speak(StringBuilder page, string cue, string? manner, string text)
    {
        page.Append('\n').Append(cue).Append('\n');
        var parenthetical = FountainText.Parenthetical(manner);
        if (parenthetical.Length > 0)
            page.Append('(').Append(parenthetical).Append(")\n");
        page.Append(FountainText.Spoken(text)).Append('\n');
    }
}
