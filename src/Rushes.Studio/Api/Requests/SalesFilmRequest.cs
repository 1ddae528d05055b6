using Rushes.Film.Briefs;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Api.Requests;

/// <summary>A product becomes a sales film with the text to post.</summary>
internal sealed record SalesFilmRequest : FilmRequest
{
    public required ProductRequest Product { get; init; }

    internal override Brief Brief(Uploads uploads)
    {
        var product = Product.Product(uploads);
        return Settings(Workflow.SalesVideo, product.Name, uploads) with { Product = product };
    }
}
