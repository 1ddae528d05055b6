using Rushes.Engine.Voices;
using Rushes.Film;
using Rushes.Film.Briefs;

namespace Rushes.Engine.Library;

/// <summary>The lists that a user chooses from: templates, styles, domains, languages. Read from the data files when first asked for.</summary>
public sealed class Catalogue(DataShelf shelf)
{
    // Platforms and transitions are few and known to the code that draws and cuts for them.
    private static readonly string[] Platforms = ["tiktok", "reels", "shorts", "youtube", "facebook"];
    private static readonly string[] Transitions = ["cut", "fade", "dissolve", "wipe", "slide"];

    public IReadOnlyList<(string Id, Template Value)> Templates => shelf.ReadAll<Template>("templates");

    public IReadOnlyList<(string Id, VisualStyle Value)> Styles => shelf.ReadAll<VisualStyle>("styles");

    public IReadOnlyList<(string Id, Domain Value)> Domains => shelf.ReadAll<Domain>("domains");

    public IReadOnlyList<(string Id, LanguageFacts Value)> Languages => shelf.ReadAll<LanguageFacts>("languages");

    /// <summary>Styles of speaking.</summary>
    public IReadOnlyList<(string Id, SpeakingStyle Value)> Manners => shelf.ReadAll<SpeakingStyle>("manners");

    public KnownNames Known => new()
    {
        Styles = Ids(Styles),
        Templates = Ids(Templates),
        Domains = Domains.ToDictionary(
            domain => domain.Id, domain => (IReadOnlyList<string>)[.. domain.Value.Topics.Select(topic => topic.Id)], StringComparer.Ordinal),
        Languages = Ids(Languages),
        Platforms = Platforms,
        Transitions = Transitions,
        Manners = Ids(Manners),
    };

    /// <exception cref="MistakeException">There is no such template, or no more: users may remove their own.</exception>
    public Template Template(string id) => Find<Template>($"templates/{id}.json") ?? throw Mistake.Input("brief.unknown-template", "template", id, string.Join(", ", Ids(Templates))).AsException();

    /// <exception cref="MistakeException">There is no such style, or no more.</exception>
    public VisualStyle Style(string id) => Find<VisualStyle>($"styles/{id}.json") ?? throw Mistake.Input("brief.unknown-style", "style", id, string.Join(", ", Ids(Styles))).AsException();

    public LanguageFacts Language(string id) => shelf.Read<LanguageFacts>($"languages/{id}.json");

    private T? Find<T>(string name)
        where T : class => shelf.Library.Has(name) ? shelf.Find<T>(name) : null;

    private static string[] Ids<T>(IReadOnlyList<(string Id, T Value)> list) => [.. list.Select(pair => pair.Id)];
}
