namespace Rushes.Film.Scripts;

/// <summary>Who speaks, as Fountain wants it: in capitals, or forced with an at sign where capitals could not be told apart again.</summary>
internal sealed class FountainCues
{
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

    public string Narrator => Vietnamese ? "NGƯỜI KỂ (V.O.)" : "NARRATOR (V.O.)";

    public string Of(string? speaker) =>
        speaker is not null && _byName.TryGetValue(speaker, out var cue) && cue.Length > 1 ? cue : Vietnamese ? "GIỌNG NÓI (O.S.)" : "VOICE (O.S.)";

    /// <summary>Whether the cue alone tells the name: in capitals by the list of characters, or forced as it is.</summary>
    public bool IsExact(string? speaker) =>
        speaker is not null && _byName.TryGetValue(speaker, out var cue) && cue.Length > 1 && (cue[0] != '@' || cue == "@" + speaker);

    private static bool IsPlain(string capitals) =>
        capitals.Length > 0 && char.IsLetter(capitals[0]) && capitals.All(letter => char.IsUpper(letter) || char.IsDigit(letter) || letter is ' ' or '-' or '\'' or '’')
        && capitals[^1] != ' ' && capitals is not ("INT" or "EXT" or "EST")
        && !capitals.StartsWith("INT ", StringComparison.Ordinal) && !capitals.StartsWith("EXT ", StringComparison.Ordinal)
        && !capitals.StartsWith("EST ", StringComparison.Ordinal);

    // Parentheses would be an extension, a caret a second column.
    private static string Clean(string name) =>
        string.Concat(FountainText.OneLine(name).Where(letter => letter is not ('(' or ')' or '^' or '[' or ']' or '*' or '_' or '@'))).Trim();
}
