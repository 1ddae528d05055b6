using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Library;
using Rushes.Engine.Machine;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Texts;
using Rushes.Engine.Voices;

namespace Rushes.Studio.Pages;

/// <summary>What there is to choose from, what was shot, and what this machine has.</summary>
internal static class ShelfEndpoints
{
    public static void MapShelves(this IEndpointRouteBuilder app)
    {
        app.MapGet("/history", async (IRunBook runs, CancellationToken gone) => new RazorComponentResult<HistoryPage>(new { Runs = await runs.RunsAsync(gone) }));
        app.MapGet("/machine", async (IMachineCheck machine, CancellationToken gone) =>
            new RazorComponentResult<MachinePage>(new { Findings = await machine.ExamineAsync(gone) }));
        app.MapGet("/library", async (Catalogue catalogue, ModelBook models, DataShelf shelf, StudioOptions options, SpeechDirector speech, CancellationToken gone) =>
            new RazorComponentResult<LibraryPage>(new
            {
                Shelves = ShelvesOf(catalogue, models, await speech.VoicesAsync(null, gone)),
                shelf.Broken,
                DataFolder = options.UserData,
            }));
    }

    private static IReadOnlyList<LibraryPage.Shelf> ShelvesOf(Catalogue catalogue, ModelBook models, IReadOnlyList<Voice> voices) =>
    [
        new("templates", Sentence.Of("studio.templates"), [.. catalogue.Templates.Select(entry => new LibraryPage.Row(entry.Id, entry.Value.Name.ToString(), entry.Value.About.ToString()))]),
        new("styles", Sentence.Of("studio.styles"), [.. catalogue.Styles.Select(entry => new LibraryPage.Row(entry.Id, entry.Value.Name.ToString(), entry.Value.Guidance.ToString()))]),
        new("domains", Sentence.Of("studio.domains"), [.. catalogue.Domains.SelectMany(domain => domain.Value.Topics.Select(topic =>
            new LibraryPage.Row($"{domain.Id}/{topic.Id}", $"{domain.Value.Name} · {topic.Name}", topic.Guidance.ToString())))]),
        new("models", Sentence.Of("studio.models"), [.. models.All.Select(model => new LibraryPage.Row(model.Id, $"{model.Provider} · {model.Name}", About(model)))]),
        new("voices", Sentence.Of("studio.voices"), [.. voices.Select(voice => new LibraryPage.Row(voice.Name, voice.Label, voice.Language))]),
    ];

    private static string About(VideoModel model)
    {
        var price = model.PricePerSecond(null) is { } perSecond
            ? perSecond == 0 ? Sentence.Of("film.free") : string.Create(CultureInfo.InvariantCulture, $"{perSecond:0.###} USD/s")
            : Sentence.Of("data.price-unknown");
        return string.Join(" · ", [string.Join(' ', model.Aspects), price, Sentence.Of("data.checked-on", model.CheckedOn), .. model.ShutsDown is { } end ? [Sentence.Of("studio.shuts-down", end)] : Array.Empty<string>()]);
    }
}
