using System.Text;
using Rushes.Engine.Shooting;
using Rushes.Film.Scripts;
using Rushes.Providers.Animatic.Art;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Decides who is in the picture and which drawn figure plays them.</summary>
internal sealed class Casting(ArtLibrary art, Wardrobe wardrobe)
{
    private const int Most = 3;

    /// <summary>Who is seen, most important first: those who speak, then those whom the scene lists, else whoever the prompt names.</summary>
    public IReadOnlyList<Player> Cast(ShotOrder order)
    {
        if (art.Figures.Count == 0)
            return [];
        var present = Present(order).Take(Most).ToList();
        if (present.Count > 0)
            return [.. present.Select(character => Play(character, order))];
        if (order.Shot.Characters.Count > 0 || art.NobodyWords(order.Language).TryFind(order.Prompt, out _))
            return [];
        return
        [
            .. art.FigureWords(order.Language).FindAll(order.Shot.Prompt).Take(2)
                .Select(figure => Play(new Character { Name = figure, VisualIdentity = order.Shot.Prompt, Figure = figure }, order) with { Name = null }),
        ];
    }

    private static IEnumerable<Character> Present(ShotOrder order)
    {
        var speakers = order.Shot.Dialogues.Select(line => line.Speaker).Concat(order.Lines.Select(line => line.Speaker)).OfType<string>().ToList();
        IEnumerable<string> listed = order.Shot.Characters.Count > 0
            ? order.Shot.Characters
            : order.Cast.Where(character => Mentions(order.Shot.Prompt, character.Name)).Select(character => character.Name);
        return order.Cast
            .Select(character => (Character: character, Listed: IndexOf(listed, character.Name), Speaks: speakers.Any(name => Same(name, character.Name))))
            .Where(entry => entry.Listed >= 0 || entry.Speaks)
            .OrderByDescending(entry => entry.Speaks)
            .ThenBy(entry => entry.Listed < 0 ? int.MaxValue : entry.Listed)
            .Select(entry => entry.Character);
    }

    private Player Play(Character character, ShotOrder order)
    {
        var figure = FigureOf(character, order.Language);
        var file = art.Figures[figure];
        var speaks = order.Lines.Any(line => Same(line.Speaker, character.Name));
        return new Player(character.Name, figure, file, wardrobe.Dress(file, character, order.Language), speaks);
    }

    private string FigureOf(Character character, string language)
    {
        if (character.Figure is { } named && art.Figures.Keys.FirstOrDefault(key => key.Equals(named, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        var words = art.FigureWords(language);
        foreach (var text in new[] { character.VisualIdentity, character.Role, character.Name })
        {
            if (words.TryFind(text, out var figure))
                return figure;
        }

        // Nothing says who it is: a grown-up, the same one in every scene.
        var people = art.Figures.Where(entry => entry.Value is { Kind: "person", Age: null or "adult" or "young" }).Select(entry => entry.Key).Order(StringComparer.Ordinal).ToList();
        people = people.Count > 0 ? people : [.. art.Figures.Keys.Order(StringComparer.Ordinal)];
        return people[Dice.Of(character.Name).Choose("figure", people.Count)];
    }

    private static int IndexOf(IEnumerable<string> names, string name)
    {
        var index = 0;
        foreach (var listed in names)
        {
            if (Same(listed, name))
                return index;
            index++;
        }

        return -1;
    }

    private static bool Mentions(string text, string name) =>
        name.Length > 0 && text.Normalize(NormalizationForm.FormC).Contains(name.Normalize(NormalizationForm.FormC), StringComparison.OrdinalIgnoreCase);

    internal static bool Same(string? one, string? other) =>
        one is not null && other is not null
        && one.Trim().Normalize(NormalizationForm.FormC).Equals(other.Trim().Normalize(NormalizationForm.FormC), StringComparison.OrdinalIgnoreCase);
}
