using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Engine.Making;
using Rushes.Engine.Texts;

namespace Rushes.Studio.Pages;

/// <summary>The files of the library in words: what each is called, and what it is for.</summary>
internal sealed class LibraryShelves(DataDesk desk, Catalogue catalogue, ModelBook models, LanguageModelBook writers)
{
    private static readonly HashSet<string> Prompts = new(StringComparer.Ordinal)
    {
        "system", "story", "sales", "whole", "outline", "acts", "act", "scenes", "rewrite", "mend", "mend-head", "translate", "words", "writing",
    };

    public static string TitleOf(string shelf) => Sentence.Of(shelf switch
    {
        "prompts" => "studio.data-prompts",
        "voices" => "studio.voice-files",
        _ => "studio." + shelf,
    });

    public IReadOnlyList<LibraryPage.Shelf> List() => [.. desk.List().Select(folder =>
    {
        var words = WordsOf(folder.Shelf);
        return new LibraryPage.Shelf(folder.Shelf, TitleOf(folder.Shelf), [.. folder.Files.Select(file =>
        {
            var (name, about) = words(file.Id);
            return new LibraryPage.Row(file.Id, DataAddress.Of(folder.Shelf, file.Id), file.IsOwn, name, about);
        })]);
    })];

    /// <summary>Name and purpose of each file by its id; empty where nothing is known, as of a broken one.</summary>
    private Func<string, (string Name, string About)> WordsOf(string shelf) => shelf switch
    {
        "templates" => Of(catalogue.Templates, template => (template.Name.ToString(), template.About.ToString())),
        "styles" => Of(catalogue.Styles, style => (style.Name.ToString(), style.Guidance.ToString())),
        "domains" => Of(catalogue.Domains, domain => (domain.Name.ToString(), string.Join(" · ", domain.Topics.Select(topic => topic.Name)))),
        "models" => Of(models.Files, model => ($"{model.Provider} · {model.Name}", About(model))),
        "language-models" => Of(writers.Files, model => ($"{model.Provider} · {model.Name}", Sentence.Of("data.checked-on", model.CheckedOn))),
        "languages" => Of(catalogue.Languages, language => (language.Name.ToString(), "")),
        "manners" => Of(catalogue.Manners, manner => (manner.Name.ToString(), manner.Words.ToString())),
        "prompts" => id => ("", AboutPrompt(id)),
        _ => id => ("", id is "samples" or "instructions" ? Sentence.Of("studio.voices-" + id) : Sentence.Of("studio.voices-of", id)),
    };

    private static Func<string, (string Name, string About)> Of<T>(IReadOnlyList<(string Id, T Value)> files, Func<T, (string Name, string About)> words)
    {
        var known = files.GroupBy(file => file.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => words(same.First().Value), StringComparer.Ordinal);
        return id => known.GetValueOrDefault(id.Split('/')[^1], ("", ""));
    }

    private static string AboutPrompt(string id)
    {
        var name = id.Split('/')[^1];
        return Prompts.Contains(name) ? Sentence.Of("studio.prompt-" + name) : id.Contains('/', StringComparison.Ordinal) ? "" : Sentence.Of("studio.prompt-clip");
    }

    private static string About(VideoModel model)
    {
        var price = model.PricePerSecond(null) is { } perSecond
            ? perSecond == 0 ? Sentence.Of("film.free") : string.Create(CultureInfo.InvariantCulture, $"{perSecond:0.###} USD/s")
            : Sentence.Of("data.price-unknown");
        return string.Join(" · ", [string.Join(' ', model.Aspects), price, Sentence.Of("data.checked-on", model.CheckedOn), .. model.ShutsDown is { } end ? [Sentence.Of("studio.shuts-down", end)] : Array.Empty<string>()]);
    }
}
