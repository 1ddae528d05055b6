using System.Text;
using Rushes.Engine.Library;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Voices;

/// <summary>Reads a character's sex and age from the figure that plays it (<c>data/figures</c>) or from the words that describe it.</summary>
public sealed class CharacterBearing(DataShelf shelf)
{
    private readonly Lazy<IReadOnlyList<(string Name, FigureNote Note)>> _figures = new(() =>
    [
        .. shelf.Library.Names("figures", "/figure.json").Select(name => (name.Split('/')[^2], shelf.Read<FigureNote>(name))),
    ]);

    public Bearing Of(Character character)
    {
        ArgumentNullException.ThrowIfNull(character);
        var figures = _figures.Value;
        var note = figures.FirstOrDefault(figure => figure.Name.Equals(character.Figure, StringComparison.OrdinalIgnoreCase)).Note
            ?? Described($"{character.Name} {character.Role} {character.VisualIdentity}".Normalize(NormalizationForm.FormC));
        if (note is null)
            return new Bearing("female", "adult");

        // An animal or a small thing speaks like a child: that is what the ear expects of a cartoon.
        var age = note.Kind == "person" ? note.Age ?? "adult" : "child";
        return new Bearing(note.Gender ?? "female", age is "elder" or "elderly" or "senior" ? "old" : age);
    }

    private FigureNote? Described(string words) => _figures.Value
        .SelectMany(figure => figure.Note.Words.Values.SelectMany(list => list).Select(word => (figure.Note, word)))
        .Where(pair => ContainsWord(words, pair.word))
        .OrderByDescending(pair => pair.word.Length)
        .Select(pair => pair.Note)
        .FirstOrDefault();

    private static bool ContainsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])))
                return true;
        }

        return false;
    }

    /// <summary>What a voice wants to know of a figure's file.</summary>
    internal sealed record FigureNote
    {
        public string? Kind { get; init; }
        public string? Gender { get; init; }
        public string? Age { get; init; }
        public Dictionary<string, string[]> Words { get; init; } = [];
    }
}
