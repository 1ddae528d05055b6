using System.Collections.Concurrent;
using Rushes.Engine.Library;
using Rushes.Engine.Writing.Composing;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Products;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Sales;

/// <summary>
/// Writes sales scripts in Vietnamese and English from phrase banks: the seller's own words, the life around a product of its kind, and nothing that the
/// seller did not say. The same brief, seed and variant give the same script on every machine.
/// </summary>
internal sealed class SalesWriter(DataShelf shelf)
{
    private const string UsualTemplate = "seven-beats";
    private const int LongestName = 60;

    private static readonly string[] Written = ["vi", "en"];

    private readonly ConcurrentDictionary<string, SalesBook> _books = new(StringComparer.Ordinal);
    private readonly Catalogue _catalogue = new(shelf);

    /// <exception cref="MistakeException">The language is neither Vietnamese nor English.</exception>
    public Script Write(WritingOrder order, IProgress<WritingNews>? progress, CancellationToken cancellation)
    {
        var brief = order.Brief;
        var product = ProductOf(brief);
        var language = LanguageOf(brief, product);
        if (!Written.Contains(language))
            throw Mistake.Input("script.writer-language", "language", language).AsException();
        var book = _books.GetOrAdd(language, name => new(shelf, name));
        var chance = ChanceOf(order, product);
        var pitch = new PitchReader(book).Read(product, chance);
        var (template, beats) = TemplateOf(brief);
        var plan = SalesPlan.Of(beats, brief.Duration, order.Clips, book.Directions, pitch);
        var composer = Composer(brief, product, language, book, pitch, order.Variant, chance);
        var scenes = new List<Scene>(plan.Count);
        foreach (var beat in plan)
        {
            cancellation.ThrowIfCancellationRequested();
            scenes.Add(composer.Compose(beat));
            progress?.Report(new WrittenScene(scenes.Count, plan.Count, scenes[^1]));
        }

        return new()
        {
            Title = Title(book, pitch, chance),
            Language = language,
            Kind = ScriptKind.Sales,
            Style = brief.Style,
            Domain = brief.Domain,
            Topic = brief.Topic,
            Template = template,
            HookSummary = scenes[0].Narration ?? scenes[0].VisualNotes ?? scenes[0].Prompt,
            EmotionalArc = Arc(book, scenes),
            Characters = [.. CastOf(pitch)],
            Scenes = scenes,
            Social = new PostWriter(book, pitch, chance).Write(brief.Platform, Hooks(pitch, scenes[0], chance)),
        };
    }

    /// <summary>A scene composed anew, with the beats and seconds that the script has now.</summary>
    /// <param name="attempt">Each begins elsewhere in the lists of what a beat may show.</param>
    public (Scene Scene, IEnumerable<Character> Cast) Again(RewriteOrder order, int attempt, Chance chance)
    {
        var (brief, script) = (order.Film.Brief, order.Script);
        var product = ProductOf(brief);
        var book = _books.GetOrAdd(script.Language, name => new(shelf, name));
        var pitch = new PitchReader(book).Read(product, ChanceOf(order.Film, product));
        var composer = Composer(brief, product, script.Language, book, pitch, order.Film.Variant + attempt + 1, chance);

        // Those before it are composed as well, so that it does not say what they would have said.
        var scene = script.Scenes.Take(order.Scene).Select((one, index) => composer.Compose(new(index, BeatOf(book, script, index), one.Intensity, one.Duration))).Last();
        return (scene, CastOf(pitch));
    }

    /// <summary>The beat that a scene names; one that nobody knows sells as its place in the film does.</summary>
    private static string BeatOf(SalesBook book, Script script, int index) =>
        script.Scenes[index].StoryBeat is { } named && book.Directions.ContainsKey(named) ? named
        : index == 0 ? "Hook"
        : index == script.Scenes.Count - 1 ? "Action"
        : "Desire";

    private SalesComposer Composer(Brief brief, Product product, string language, SalesBook book, Pitch pitch, int variant, Chance chance) =>
        new(book, pitch, new(_catalogue.Language(language), language), _catalogue.Style(brief.Style), new Chance(brief.Seed, product.Name), variant, chance);

    private static Chance ChanceOf(WritingOrder order, Product product) =>
        Chance.Of(order.Brief, order.Variant, product.Name, product.Description, string.Join('\n', product.SellingPoints));

    private static IEnumerable<Character> CastOf(Pitch pitch) =>
        pitch.People.Select(person => new Character { Name = person.Name, Role = person.Role, VisualIdentity = person.Identity }).DistinctBy(one => one.Name);

    private static Product ProductOf(Brief brief) => Whole(brief.Product ?? Named(ProductText.Whole(brief.Idea)));

    private static Product Whole(Product product) => product with
    {
        Name = ProductText.Whole(product.Name),
        Description = ProductText.Whole(product.Description),
        SellingPoints = [.. product.SellingPoints.Select(ProductText.Whole)],
        Price = product.Price is null ? null : ProductText.Whole(product.Price),
        Offer = product.Offer is null ? null : ProductText.Whole(product.Offer),
        CallToAction = product.CallToAction is null ? null : ProductText.Whole(product.CallToAction),
        People = [.. product.People.Select(person => person with { Description = ProductText.Whole(person.Description) })],
    };

    private static string LanguageOf(Brief brief, Product product) =>
        brief.Language ?? Languages.Of(string.Join(". ", [product.Name, product.Description, .. product.SellingPoints]));

    /// <summary>A sales script from an idea alone: its first words are the name, the whole is what the seller says.</summary>
    private static Product Named(string idea)
    {
        var name = ProductText.Short(idea);
        return new() { Name = ProductText.Clip(name, LongestName).TrimEnd('…'), Description = name.Length == idea.Trim().Length ? "" : idea };
    }

    /// <summary>A template of stories has no beats that sell; the usual one takes its place.</summary>
    private (string Id, Template Beats) TemplateOf(Brief brief)
    {
        if (brief.Template is { } asked && _catalogue.Template(asked) is { Family: TemplateFamily.Sales } own)
            return (asked, own);
        return (UsualTemplate, _catalogue.Template(UsualTemplate));
    }

    private static string Title(SalesBook book, Pitch pitch, Chance chance)
    {
        const int longestTitle = 100;
        var slots = new Dictionary<string, string>(pitch.Slots, StringComparer.Ordinal) { ["name"] = ProductText.Clip(pitch.Name, LongestName) };
        if (char.IsLower(pitch.Slots["name"][0]))
            slots["name"] = char.ToLowerInvariant(slots["name"][0]) + slots["name"][1..];
        return ProductText.Clip(PatternFiller.Fill(chance.Pick(book.Words.Titles), slots, chance) ?? pitch.Name, longestTitle);
    }

    /// <summary>First lines for the posts: the film's own hook, then others of the same kind.</summary>
    private static IReadOnlyList<string> Hooks(Pitch pitch, Scene first, Chance chance)
    {
        var others = pitch.Banks[0].Of("Hook").Select(moment => PatternFiller.Fill(moment.Say[0], pitch.Slots, chance)).OfType<string>().Where(line => first.Narration?.Contains(line, StringComparison.Ordinal) != true);
        return [first.Narration ?? first.VisualNotes ?? pitch.Name, .. chance.Shuffled(others)];
    }

    /// <summary>The feelings in order, without repetition, at most seven.</summary>
    private static string Arc(SalesBook book, List<Scene> scenes)
    {
        var steps = new List<string>();
        foreach (var word in scenes.Select(scene => book.Words.Emotions.GetValueOrDefault(scene.Emotion ?? "", scene.Emotion ?? "")))
        {
            if (steps.Count == 0 || steps[^1] != word)
                steps.Add(word);
        }

        var every = Math.Max(1, (int)Math.Ceiling((steps.Count - 1) / 6.0));
        return string.Join(" → ", steps.Where((_, index) => index % every == 0 || index == steps.Count - 1));
    }
}
