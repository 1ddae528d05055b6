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
            var model = models.Find(provider, orders[0].Model) ?? models.Find(provider, null) ?? Unknown(provider);
            var (understood, language, by) = await UnderstoodAsync(seen, model, tell, cancellation);
            translatedBy = by?.Plus(translatedBy) ?? translatedBy;
            for (var i = 0; i < orders.Count; i++)
                worded[i][provider] = SheetFor(orders[i], model, language, sound).Write(understood[i]);
        }

        return new([.. orders.Zip(worded, (order, sent) => order with { Sent = sent })], translatedBy);
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
        if (model.PromptLanguages.Count == 0 || model.PromptLanguages.Contains(spoken))
            return (orders, spoken, null);
        var wanted = model.PromptLanguages.Contains(Common) ? Common : model.PromptLanguages[0];
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
