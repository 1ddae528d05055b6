using System.Security.Cryptography;
using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Shooting.Prompts;

/// <summary>
/// Words the orders of a run for every provider that may film them, before they are stored: what is sent is known, and the same, whoever films and however
/// often the program is started again.
/// </summary>
public sealed class PromptRoom(ModelBook models, Catalogue catalogue, DataShelf shelf, ITranslator? translator = null)
{
    /// <summary>What is sent to a provider whose models nobody has described.</summary>
    private const int UsualLimit = 2_000;

    private const string Common = "en";

    // It draws the scene from the script itself and reads no prompt.
    private const string Drawn = "animatic";

    /// <param name="sound">What the user wants to hear; null is the mix.</param>
    /// <param name="tell">Hears what the user should know, such as prompts that could not be translated.</param>
    public async Task<WordedOrders> WordAsync(
        IReadOnlyList<ShotOrder> orders, IReadOnlyList<string> providers, Sound? sound, Action<string> tell, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(providers);
        ArgumentNullException.ThrowIfNull(tell);
        var readers = providers.Where(provider => provider != Drawn).ToList();
        if (readers.Count == 0 || orders.Count == 0)
            return new(orders);
        var seen = orders.Select(Seen).ToList();
        var worded = orders.Select(_ => new Dictionary<string, SentPrompt>(StringComparer.Ordinal)).ToList();
        Authorship? translatedBy = null;
        foreach (var provider in readers)
        {
            var model = ModelOf(provider, orders[0].Model);
            var (understood, language, by) = await UnderstoodAsync(seen, model, tell, cancellation);
            translatedBy = by?.Plus(translatedBy) ?? translatedBy;
            for (var i = 0; i < orders.Count; i++)
                worded[i][provider] = SheetFor(orders[i], model, language, sound).Write(understood[i]);
        }

        return new([.. orders.Zip(worded, (order, sent) => order with { Sent = sent })], translatedBy);
    }

    /// <summary>Whether a model that films would not understand the film's language.</summary>
    /// <param name="model">That the user asked for; null: each provider's own.</param>
    public bool NeedsTranslation(IReadOnlyList<string> providers, string? model, string language) => Foreign(providers, model, language).Any();

    /// <summary>What translating a script's prompts would cost, for those who film and do not understand its language.</summary>
    /// <param name="model">That the user asked for; null: each provider's own.</param>
    /// <param name="scenes">Numbers of the scenes that are filmed.</param>
    /// <param name="pictures">The pictures that scenes start from, the first one's first.</param>
    public async Task<CostShare> PriceAsync(
        Script script, IReadOnlyList<int> scenes, IReadOnlyList<Picture> pictures, IReadOnlyList<string> providers, string? model, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(scenes);
        ArgumentNullException.ThrowIfNull(pictures);
        if (translator is null)
            return CostShare.Nothing;
        var texts = scenes.SelectMany(number => TextsOf(script, number, pictures)).Distinct(StringComparer.Ordinal).ToList();
        var shares = new List<CostShare>();
        foreach (var wanted in Foreign(providers, model, script.Language).Select(WantedBy).Distinct(StringComparer.Ordinal))
            shares.Add(await translator.PriceAsync(texts, script.Language, wanted, cancellation));
        return CostShare.Sum(shares);
    }

    private IEnumerable<VideoModel> Foreign(IReadOnlyList<string> providers, string? model, string language) =>
        providers.Where(provider => provider != Drawn).Select(provider => ModelOf(provider, model)).Where(filming => !Understands(filming, language));

    private VideoModel ModelOf(string provider, string? named) => models.Find(provider, named) ?? models.Find(provider, null) ?? Unknown(provider);

    private static bool Understands(VideoModel model, string language) => model.PromptLanguages.Count == 0 || model.PromptLanguages.Contains(language);

    private static string WantedBy(VideoModel model) => model.PromptLanguages.Contains(Common) ? Common : model.PromptLanguages[0];

    private static IEnumerable<string> TextsOf(Script script, int number, IReadOnlyList<Picture> pictures)
    {
        var scene = script.Scenes[number - 1];
        return OrderTexts.Of(scene, number <= pictures.Count ? pictures[number - 1].Prompt : null, script.CastOf(scene));
    }

    /// <summary>The order with the digests of its pictures, so that the notes of a take can prove which ones went along.</summary>
    /// <exception cref="MistakeException">A picture is gone.</exception>
    private static ShotOrder Seen(ShotOrder order) => order with { References = order.References?.Select(Seen).ToList() };

    private static ReferencePicture Seen(ReferencePicture picture)
    {
        if (!File.Exists(picture.Path))
            throw Mistake.Input("shooting.reference-missing", "picture", picture.Path).AsException();
        using var file = File.OpenRead(picture.Path);
        return picture with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)) };
    }

    private PromptSheet SheetFor(ShotOrder order, VideoModel model, string language, Sound? sound)
    {
        var style = catalogue.Styles.FirstOrDefault(known => known.Id == order.Style).Value;
        var (worded, words) = shelf.Library.Has($"prompts/{language}.json")
            ? (language, shelf.Read<PromptWords>($"prompts/{language}.json"))
            : (Common, shelf.Read<PromptWords>($"prompts/{Common}.json"));
        return new(model, style, words, worded == order.Language ? null : NameOf(order.Language, worded), narrated: sound == Sound.Clip);
    }

    private string NameOf(string language, string told) => LanguageOf(language)?.Name.In(told) ?? language;

    private string LanguageCalled(string language) => LanguageOf(language)?.Name.ToString() ?? language;

    private LanguageFacts? LanguageOf(string language) => catalogue.Languages.FirstOrDefault(known => known.Id == language).Value;

    /// <summary>The orders in a language that the model understands, where somebody can translate them.</summary>
    private async Task<(IReadOnlyList<ShotOrder> Orders, string Language, Authorship? By)> UnderstoodAsync(
        IReadOnlyList<ShotOrder> orders, VideoModel model, Action<string> tell, CancellationToken cancellation)
    {
        var spoken = orders[0].Language;
        if (Understands(model, spoken))
            return (orders, spoken, null);
        var wanted = WantedBy(model);
        var texts = orders.SelectMany(OrderTexts.Of).Distinct(StringComparer.Ordinal).ToList();
        var translated = texts.Count == 0 ? new([]) : translator is null ? null : await translator.TranslateAsync(texts, spoken, wanted, cancellation);
        if (translated is null || translated.Texts.Count != texts.Count)
        {
            tell(Sentence.Of("shooting.prompt-not-translated", model.Name.ToString(), LanguageCalled(wanted)));
            return (orders, spoken, translated?.By);
        }

        var book = texts.Zip(translated.Texts).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return ([.. orders.Select(order => OrderTexts.Put(order, book))], wanted, translated.By);
    }

    private static VideoModel Unknown(string provider) => new()
    {
        Id = "",
        Provider = provider,
        Name = new(provider),
        Aspects = [],
        PromptLimit = UsualLimit,
        CheckedOn = default,
    };
}
