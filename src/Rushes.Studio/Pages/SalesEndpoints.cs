using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Products;

namespace Rushes.Studio.Pages;

/// <summary>A product becomes a sales film.</summary>
internal static class SalesEndpoints
{
    private static readonly string[] Fields = ["name", "description", "selling_points", "price", "offer", "call_to_action", "link"];

    public static void MapSales(this IEndpointRouteBuilder app)
    {
        app.MapGet("/new/sales", (FormChoices choices) => Page(new FilmDraft(), choices, new Dictionary<string, string>(StringComparer.Ordinal), null));
        app.MapPost("/new/sales", BeginAsync).TakesFiles();
    }

    private static async Task<IResult> BeginAsync([FromForm] IFormCollection form, Uploads uploads, NewFilms films, FormChoices choices, CancellationToken gone)
    {
        var draft = DraftReader.Read(form);
        var typed = Fields.ToDictionary(field => field, field => form[field].ToString().Trim(), StringComparer.Ordinal);
        try
        {
            var images = await uploads.KeepAsync(form.Files, "images", gone);
            var product = ProductFile.Checked(new Product
            {
                Name = typed["name"],
                Description = typed["description"],
                SellingPoints = [.. typed["selling_points"].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                Price = Open(typed["price"]),
                Offer = Open(typed["offer"]),
                CallToAction = Open(typed["call_to_action"]),
                Link = Open(typed["link"]),
                Images = [.. images.Select(image => image.File)],
            });
            var brief = DraftReader.Brief(draft with { Idea = product.Name }, Workflow.SalesVideo) with { Product = product };
            return MakingPages.Of(await films.BeginAsync(form, brief, gone));
        }
        catch (MistakeException wrong)
        {
            return Page(draft, choices, typed, Sentence.Of(wrong.Mistake));
        }
    }

    private static string? Open(string text) => text.Length > 0 ? text : null;

    private static RazorComponentResult<NewSalesPage> Page(FilmDraft draft, FormChoices choices, IReadOnlyDictionary<string, string> typed, string? wrong) =>
        new(new { Draft = draft, Choices = choices, Typed = typed, Wrong = wrong }) { StatusCode = wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
}
