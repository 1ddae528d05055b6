using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Library;
using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Engine.Voices;
using Rushes.Film;

namespace Rushes.Studio.Pages;

/// <summary>The data files: what there is to choose from, each to be read, changed and copied.</summary>
internal static class LibraryEndpoints
{
    public static void MapLibrary(this IEndpointRouteBuilder app)
    {
        app.MapGet("/library", async (LibraryShelves shelves, DataShelf shelf, StudioOptions options, SpeechDirector speech, CancellationToken gone) =>
            new RazorComponentResult<LibraryPage>(new
            {
                Shelves = shelves.List(),
                Voices = await speech.VoicesAsync(null, gone),
                Charging = speech.Engines.Where(engine => engine.Charges).Select(engine => engine.Name).ToHashSet(StringComparer.Ordinal),
                shelf.Broken,
                DataFolder = options.UserData,
            }));
        var file = app.MapGroup("/library" + DataAddress.Route);
        file.MapGet("", (string shelf, string id, bool? saved, DataDesk desk) =>
            new RazorComponentResult<DataFilePage>(new { Page = desk.Read(shelf, DataAddress.IdOf(id)), Saved = saved == true }));
        file.MapPost("", Change);
    }

    private static IResult Change(string shelf, string id, [FromForm] IFormCollection form, DataDesk desk)
    {
        id = DataAddress.IdOf(id);
        var (text, name) = (form["text"].ToString(), form["name"].ToString().Trim());
        try
        {
            switch (form["do"].ToString())
            {
                case "remove":
                    return Results.Redirect(desk.Remove(shelf, id) is null ? "/library#" + Uri.EscapeDataString(shelf) : DataAddress.Of(shelf, id));
                case "copy":
                    return Saved(desk.Add(shelf, name, text));
                default:
                    return Saved(desk.Save(shelf, id, text));
            }
        }
        catch (MistakeException wrong) when (wrong.Mistake.Field is not "shelf")
        {
            // What was typed stays in the fields.
            return new RazorComponentResult<DataFilePage>(new { Page = desk.Read(shelf, id), Typed = form.ContainsKey("text") ? text : null, Name = name, Wrong = Sentence.Of(wrong.Mistake) })
            {
                StatusCode = StatusCodes.Status400BadRequest,
            };
        }
    }

    private static IResult Saved(DataPage page) => Results.Redirect(DataAddress.Of(page.Shelf, page.Id) + "?saved=true");
}
