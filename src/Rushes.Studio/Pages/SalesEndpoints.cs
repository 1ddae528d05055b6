using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Briefs;

namespace Rushes.Studio.Pages;

/// <summary>A product becomes a sales film.</summary>
internal static class SalesEndpoints
{
    public static void MapSales(this IEndpointRouteBuilder app)
    {
        app.MapGet("/new/sales", (string? like, string? again, FormChoices choices, AskedBefore before) =>
        {
            var brief = before.Find(like, again);
            return new RazorComponentResult<NewSalesPage>(new
            {
                Draft = brief is null ? new FilmDraft() : FilmDraft.Like(brief),
                Choices = choices,
                Typed = brief?.Product is { } product ? ProductForm.Of(product) : ProductForm.Empty,
                FilesAgain = brief is not null,
            });
        });
        app.MapPost("/new/sales", BeginAsync).TakesFiles();
    }

    private static async Task<IResult> BeginAsync([FromForm] IFormCollection form, Uploads uploads, NewFilms films, FormChoices choices, CancellationToken gone)
    {
        var draft = DraftReader.Read(form);
        var typed = ProductForm.Read(form);
        try
        {
            var images = await uploads.KeepAsync(form.Files, "images", gone);
            var faces = await uploads.KeepAsync(form.Files, "faces", gone);
            var product = ProductForm.Product(typed, [.. images.Select(image => image.File)], [.. faces.Select(face => face.File)]);
            var brief = DraftReader.Brief(draft with { Idea = product.Name }, Workflow.SalesVideo) with { Product = product };
            return MakingPages.Of(await films.BeginAsync(form, brief, gone));
        }
        catch (MistakeException wrong)
        {
            // What was typed stays in the fields.
            var files = form.Files.Any(file => file.Length > 0);
            return new RazorComponentResult<NewSalesPage>(new { Draft = draft, Choices = choices, Typed = typed, FilesAgain = files, Wrong = Sentence.Of(wrong.Mistake) })
            {
                StatusCode = StatusCodes.Status400BadRequest,
            };
        }
    }
}
