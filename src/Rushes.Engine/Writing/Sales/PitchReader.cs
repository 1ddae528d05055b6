using System.Text;
using Rushes.Engine.Writing.Composing;
using Rushes.Engine.Writing.Understanding;
using Rushes.Film.Products;

namespace Rushes.Engine.Writing.Sales;

/// <summary>Reads a product: what kind of thing it is, what the seller says of it, who appears.</summary>
internal sealed class PitchReader(SalesBook book)
{
    private const int LongestFact = 160;
    private const int LongestIdentity = 240;

    public Pitch Read(Product product, Chance chance)
    {
        var kind = KindOf(product);
        var (benefits, trust) = Facts(product);
        SalesBank[] banks = kind.Bank is null ? [book.Anything] : [kind.Bank, book.Anything];
        var word = kind.Word ?? book.Words.Anything;
        return new()
        {
            Product = product,
            Name = ProductText.Written(product.Name),
            Word = word,
            Banks = banks,
            Benefits = benefits,
            Trust = trust,
            People = [.. product.People.Select(Person)],
            Slots = Slots(product, word, kind.Said, banks, chance),
        };
    }

    /// <summary>The seller's name for it decides, then what is said of it most.</summary>
    private (ProductWord? Word, string? Said, SalesBank? Bank) KindOf(Product product)
    {
        var named = book.Find(WordsOf(Named(ProductText.Short(product.Name))));
        if (named.Count == 0)
            named = book.Find(WordsOf(ProductText.Spoken(product.Name)));
        if (named.Count > 0)
        {
            // The head of a name stands first in Vietnamese ("nến thơm"), last in English ("coffee mug").
            var (_, said, word, bank) = book.Language == "vi" ? named[0] : named[^1];
            return (word, said, bank);
        }

        var told = book.Find(WordsOf(ProductText.Spoken($"{product.Description}. {string.Join(". ", product.SellingPoints)}")));
        if (told.Count == 0)
            return default;
        var most = told.GroupBy(sight => sight.Bank).MaxBy(group => group.Count())!.First();
        return (most.Word, most.Said, most.Bank);
    }

    /// <summary>The part of a name that says what it is: what stands behind "for" is not it.</summary>
    private static string Named(string name)
    {
        foreach (var cue in (string[])[" for ", " with ", " cho ", " from "])
        {
            var at = name.IndexOf(cue, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
                name = name[..at];
        }

        return name;
    }

    private static string[] WordsOf(string text) =>
        [.. IdeaText.Words(text.Normalize(NormalizationForm.FormC).ToLowerInvariant())];

    private (IReadOnlyList<string> Benefits, IReadOnlyList<string> Trust) Facts(Product product)
    {
        var told = product.SellingPoints.Select(ProductText.Spoken)
            .Concat(IdeaText.Sentences(IdeaText.Clean(product.Description)).Select(ProductText.Spoken))
            .Where(fact => fact.Any(char.IsLetter))
            .Select(fact => ProductText.Shorter(fact, book.Words.Hinges).FirstOrDefault(part => part.Length <= LongestFact))
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToLookup(IsTrust);
        return ([.. told[false]], [.. told[true]]);
    }

    private bool IsTrust(string fact) => book.Words.Trust.Any(word => fact.Contains(word, StringComparison.OrdinalIgnoreCase));

    private CastPerson Person(Person person, int index)
    {
        var words = book.Words;
        var identity = ProductText.Shorter(ProductText.Spoken(person.Description), []).FirstOrDefault(part => part.Length <= LongestIdentity)
            ?? ProductText.Clip(ProductText.Spoken(person.Description), LongestIdentity);
        var usual = words.People[index % words.People.Count];
        var name = NameIn(identity) ?? usual;
        var rest = name == usual || identity.Length <= name.Length ? identity : identity[name.Length..].TrimStart(' ', ',', ';', ':', '-', '–', '(');
        return new(name, words.Roles[Math.Min(index, words.Roles.Count - 1)], rest.Count(l => l == '(') == rest.Count(l => l == ')') ? rest : rest.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal));
    }

    /// <summary>"Chị Hoa, 35 tuổi" and "Anna – barista" begin with a name, "Cô gái trẻ, tóc dài" does not.</summary>
    private string? NameIn(string identity)
    {
        var end = identity.IndexOfAny([',', ';', ':', '(', '–', '.']);
        var first = (end < 0 ? identity : identity[..end]).Trim();
        var words = first.Split(' ');
        var last = words[^1];
        if (end < 0 || words.Length > 4 || last.Length == 0 || !char.IsUpper(last[0]) || last.Any(char.IsDigit))
            return null;
        return book.Words.NoNames.Contains(first.ToLowerInvariant()) ? null : first;
    }

    private Dictionary<string, string> Slots(Product product, ProductWord word, string? said, IReadOnlyList<SalesBank> banks, Chance chance)
    {
        var called = word.Called ?? said ?? word.Words[0];
        var english = book.Language == "en";
        var slots = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["thing"] = called,
            ["bare"] = said ?? word.Words[0],
            ["this"] = english ? (word.Plural ? $"these {called}" : $"this {called}") : $"{called} này",
            ["the"] = english ? $"the {called}" : called,
        };
        if (english)
        {
            (slots["it"], slots["them"], slots["is"], slots["has"], slots["does"], slots["s"], slots["its"]) = word.Plural
                ? ("they", "them", "are", "have", "do", "", "their") : ("it", "it", "is", "has", "does", "s", "its");
            slots["that"] = word.Plural ? "those" : "that";
            slots["es"] = word.Plural ? "" : "es";
        }

        slots["who"] = chance.Pick(banks.First(bank => bank.Who.Count > 0).Who);
        slots["promise"] = chance.Pick(banks.First(bank => bank.Promises.Count > 0).Promises);
        slots["name"] = ProductText.Short(product.Name) is { Length: > 0 } name ? Inside(name, said) : slots["this"];
        Given(slots, "price", ProductText.WithoutFirst(Text(product.Price), book.Words.PriceLeads));
        Given(slots, "offer", Text(product.Offer));
        Given(slots, "cta", ProductText.WithoutLast(Text(product.CallToAction), book.Words.Particles));
        return slots;
    }

    /// <summary>A Vietnamese name that begins with a plain word is written small inside a sentence: "nước mắm Phú Quốc".</summary>
    private string Inside(string name, string? said) =>
        book.Language == "vi" && said is not null && name.StartsWith(said, StringComparison.OrdinalIgnoreCase) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    private static string Text(string? given) => given is null ? "" : ProductText.Spoken(given);

    private static void Given(Dictionary<string, string> slots, string slot, string value)
    {
        if (value.Length > 0)
            slots[slot] = ProductText.Small(value);
    }
}
