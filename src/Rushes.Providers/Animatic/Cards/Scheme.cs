using System.Text.Json;
using System.Text.Json.Serialization;
using Rushes.Engine.Library;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>The colours of a sales film (<c>data/sales/schemes.json</c>).</summary>
internal sealed record Scheme(
    Names Name,
    string Brand,
    [property: JsonPropertyName("brand-2")] string Brand2,
    string Paper,
    string Ink,
    string Accent)
{
    /// <summary>By the classes of the drawings.</summary>
    public IReadOnlyDictionary<string, string> Classes => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["brand"] = Brand,
        ["brand-2"] = Brand2,
        ["paper"] = Paper,
        ["ink"] = Ink,
        ["accent"] = Accent,
    };

    /// <summary>The classes with some of them in other colours.</summary>
    public IReadOnlyDictionary<string, string> ClassesWith(IReadOnlyDictionary<string, JsonElement> others)
    {
        var classes = new Dictionary<string, string>(Classes, StringComparer.Ordinal);
        foreach (var (part, colour) in others)
            classes[part] = Of(colour).ToString();
        return classes;
    }

    /// <summary>A colour by its name in this scheme, or as <c>#rrggbb</c>; the ink for anything else.</summary>
    public Colour Of(string name) => Colour.Parse(Classes.GetValueOrDefault(name, name)) ?? Colour.Parse(Ink) ?? Colour.Black;

    /// <summary>A colour as a layout writes it: a name, or a mixture <c>["ink", "brand", 0.3]</c> with that part of the second.</summary>
    public Colour Of(JsonElement written) => written switch
    {
        { ValueKind: JsonValueKind.String } => Of(written.GetString()!),
        { ValueKind: JsonValueKind.Array } when written.GetArrayLength() == 3 && written[2].TryGetDouble(out var share) => Colour.Mix(Of(written[0]), Of(written[1]), share),
        _ => Of("ink"),
    };

    /// <summary>Ink or paper, whichever can be read better on a colour.</summary>
    public Colour On(Colour ground) => Contrast(Of("paper"), ground) >= Contrast(Of("ink"), ground) ? Of("paper") : Of("ink");

    /// <summary>How well one colour is read on another (WCAG 2.2, contrast ratio), 1 to 21.</summary>
    public static double Contrast(Colour one, Colour other)
    {
        var (lighter, darker) = (Math.Max(Light(one), Light(other)), Math.Min(Light(one), Light(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Light(Colour colour) => 0.2126 * Linear(colour.Red) + 0.7152 * Linear(colour.Green) + 0.0722 * Linear(colour.Blue);

    private static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
}
