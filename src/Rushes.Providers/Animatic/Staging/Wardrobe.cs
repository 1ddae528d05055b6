using Rushes.Film.Scripts;
using Rushes.Providers.Animatic.Art;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Dresses figures: a wardrobe of the figure by the character's name, so it stays the same in all scenes, changed by the colours that the identity names.</summary>
internal sealed class Wardrobe(ArtLibrary art)
{
    /// <summary>Letters between a colour and the thing that wears it.</summary>
    private const int Reach = 22;

    public IReadOnlyDictionary<string, string> Dress(FigureFile figure, Character character, string language)
    {
        var colours = new Dictionary<string, string>(StringComparer.Ordinal);
        if (figure.Colors.Count > 0)
        {
            var dice = Dice.Of(character.Name, character.VisualIdentity);
            foreach (var (part, colour) in figure.Colors[dice.Choose("wardrobe", figure.Colors.Count)])
                colours[part] = colour;
        }

        // The first colour of a part is its own: "brown fur and a black nose" is no black fur.
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (parts, colour) in Named(character.VisualIdentity, language))
        {
            // A dress is worn above and below.
            foreach (var part in parts.Split(' ').Select(part => part is "top" or "hair" or "skin" && figure.Kind == "animal" ? "fur" : part))
            {
                if (named.Add(part))
                    colours[part] = colour;
            }
        }

        return colours;
    }

    /// <summary>English names the colour first, Vietnamese the thing.</summary>
    private IEnumerable<(string Parts, string Colour)> Named(string identity, string language)
    {
        var parts = art.PartWords(language).All(identity);
        foreach (var (at, length, colour) in art.ColourWords(language).All(identity).OrderBy(colour => colour.Position))
        {
            var end = at + length;
            var after = parts.Where(part => part.Position >= end && part.Position - end <= Reach && !Apart(identity, end, part.Position)).OrderBy(part => part.Position);
            var before = parts.Where(part => part.Position + part.Length <= at && at - part.Position - part.Length <= Reach
                && !Apart(identity, part.Position + part.Length, at)).OrderByDescending(part => part.Position);
            var near = language == "vi" ? before.Concat(after) : after.Concat(before);
            if (near.Select(part => part.Meaning).FirstOrDefault() is { } wears)
                yield return (wears, colour);
        }
    }

    private static bool Apart(string text, int from, int until) =>
        until <= text.Length && text.AsSpan(from, until - from).ContainsAny([',', '.', ';', ':']);
}
