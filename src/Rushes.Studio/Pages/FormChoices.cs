using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing;
using Rushes.Film.Briefs;

namespace Rushes.Studio.Pages;

/// <summary>What the fields of a new film offer, in the user's language.</summary>
public sealed class FormChoices(Catalogue catalogue, VideoProviders providers, ModelBook models, ScriptWriters writers)
{
    private static readonly string[] AspectNames = ["9:16", "16:9", "1:1", "4:5", "21:9"];

    public static IReadOnlyList<FormOption> Aspects => [.. AspectNames.Select(aspect => new FormOption(aspect, aspect))];

    public IReadOnlyList<FormOption> Languages => [Open("studio.language-of-idea"), .. catalogue.Languages.Select(language => new FormOption(language.Id, language.Value.Name.ToString()))];

    public IReadOnlyList<FormOption> Styles => [.. catalogue.Styles.Select(style => new FormOption(style.Id, style.Value.Name.ToString()))];

    public IReadOnlyList<FormOption> Templates => [Open("studio.automatic"), .. catalogue.Templates.Select(template => new FormOption(template.Id, template.Value.Name.ToString()))];

    public IReadOnlyList<FormOption> Topics =>
    [
        Open("studio.none"),
        .. catalogue.Domains.SelectMany(domain => domain.Value.Topics.Select(topic => new FormOption($"{domain.Id}/{topic.Id}", $"{domain.Value.Name} · {topic.Name}"))),
    ];

    public IReadOnlyList<FormOption> Platforms => [Open("studio.none"), .. catalogue.Known.Platforms.Select(platform => new FormOption(platform, Capital(platform)))];

    public static IReadOnlyList<FormOption> Qualities => [Named("full"), Named("preview")];

    public static IReadOnlyList<FormOption> CaptionModes => [Named("burn"), Named("soft"), Named("none")];

    public static IReadOnlyList<FormOption> Sounds => [Named("mix"), Named("voices"), Named("clip")];

    public IReadOnlyList<FormOption> Manners => [Open("studio.automatic"), .. catalogue.Manners.Select(manner => new FormOption(manner.Id, manner.Value.Name.ToString()))];

    public IReadOnlyList<FormOption> Transitions => [.. catalogue.Known.Transitions.Select(Named)];

    public IReadOnlyList<FormOption> Providers => [Open("studio.providers-enabled"), .. providers.Names.Order(StringComparer.Ordinal).Select(name => new FormOption(name, name))];

    public IReadOnlyList<FormOption> Models => [Open("studio.automatic"), .. models.All.Select(model => new FormOption(model.Id, $"{model.Provider} · {model.Name}"))];

    public IReadOnlyList<FormOption> Writers => [Open("studio.automatic"), .. writers.Names.Select(name => new FormOption(name, name))];

    public static IReadOnlyList<FormOption> Enlargements => [Open("studio.as-filmed"), .. Upscales.All.Select(size => new FormOption(size, size))];

    private static FormOption Open(string key) => new("", Sentence.Of(key));

    private static FormOption Named(string value) => new(value, Sentence.Of("studio.choice-" + value));

    private static string Capital(string word) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word);
}
