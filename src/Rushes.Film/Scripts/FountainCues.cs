using System.Text.Json;

namespace Rushes.Film.Scripts;

/// <summary>Who speaks, as Fountain wants it: in capitals, or forced with an at sign where capitals could not be told apart again.</summary>
internal sealed class FountainCues
{
    /// <summary>The field of a line that says from where one hears it, such as V.O.; nothing else in Rushes asks for it.</summary>
    public const string ExtensionField = "extension";

    /// <summary>Who tells, by language.</summary>
    public static readonly string[] Narrators = ["NARRATOR", "NGƯỜI KỂ"];

    /// <summary>Who speaks where nobody is named, by language.</summary>
    public static readonly string[] Nobody = ["VOICE", "GIỌNG NÓI"];

    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);

    public FountainCues(Script script)
    {
        Vietnamese = script.Language.StartsWith("vi", StringComparison.OrdinalIgnoreCase);
        // Capitals lead back only to a name that the notes list.
        var listed = script.Characters.Select(character => character.Name).Concat(script.Scenes.SelectMany(scene => scene.Characters)).ToHashSet(StringComparer.Ordinal);
        var names = listed
            .Concat(script.Scenes.SelectMany(scene => scene.Dialogues).Select(line => line.Speaker).OfType<string>())
            .Distinct(StringComparer.Ordinal);
        foreach (var alike in names.GroupBy(name => name.ToUpperInvariant(), StringComparer.Ordinal))
        {
            foreach (var name in alike)
            {
                var told = alike.Count() == 1 && IsPlain(alike.Key) && (name == alike.Key || listed.Contains(name));
                _byName[name] = told ? alike.Key : "@" + Clean(name);
            }
        }
    }

    public bool Vietnamese { get; }

    public string Narrator => $"{Narrators[Vietnamese ? 1 : 0]} (V.O.)";

    /// <summary>The cue of a line, with its extension where a page can have it.</summary>
    public string Of(Dialogue line) => CueOf(line.Speaker) is { } cue
        ? ExtensionOf(line) is { } extension ? $"{cue} ({extension})" : cue
        : $"{Nobody[Vietnamese ? 1 : 0]} (O.S.)";

    /// <summary>From where one hears the line; null where it does not say so in a way that a cue could, or where the cue would be taken for our narrator's.</summary>
    public string? ExtensionOf(Dialogue line) =>
        CueOf(line.Speaker) is { } cue
        && !Narrators.Contains(cue, StringComparer.Ordinal)
        && !Nobody.Contains(cue, StringComparer.Ordinal)
        && line.Extra.TryGetValue(ExtensionField, out var field)
        && field.ValueKind == JsonValueKind.String
        && field.GetString() is { Length: > 0 } extension
        && FountainText.IsExact(extension)
        && FountainText.Safe(FountainText.OneLine(extension)) == extension
        && FountainParser.CueOf($"{cue} ({extension})") == (cue, extension)
            ? extension
            : null;

    private string? CueOf(string? speaker) => speaker is not null && _byName.TryGetValue(speaker, out var cue) && cue.Length > 1 ? cue : null;

    /// <summary>Whether the cue alone tells the name: in capitals by the list of characters, or forced as it is.</summary>
    public bool IsExact(string? speaker) =>
        CueOf(speaker) is { } cue && (cue[0] != '@' || cue == "@" + speaker);

    private static bool IsPlain(string capitals) =>
        capitals.Length > 0 && char.IsLetter(capitals[0]) && capitals.All(letter => char.IsUpper(letter) || char.IsDigit(letter) || letter is ' ' or '-' or '\'' or '’')
        && capitals[^1] != ' ' && capitals is not ("INT" or "EXT" or "EST")
        && !capitals.StartsWith("INT ", StringComparison.Ordinal) && !capitals.StartsWith("EXT ", StringComparison.Ordinal)
        && !capitals.StartsWith("EST ", StringComparison.Ordinal);

    // Parentheses would be an extension, a caret a second column.
    private static string Clean(string name) =>
        string.Concat(FountainText.OneLine(name).Where(letter => letter is not ('(' or ')' or '^' or '[' or ']' or '*' or '_' or '@'))).Trim();
}
