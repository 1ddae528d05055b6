using Rushes.Film;
using Rushes.Film.Products;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Api.Requests;

/// <summary>What a sales film sells.</summary>
internal sealed record ProductRequest
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<string>? SellingPoints { get; init; }

    /// <summary>As the seller writes it, such as 249.000đ.</summary>
    public string? Price { get; init; }

    public string? Offer { get; init; }
    public string? CallToAction { get; init; }

    /// <summary>An http or https address.</summary>
    public string? Link { get; init; }

    /// <summary>Photos: what /api/v1/uploads answered for each; at least one.</summary>
    public required IReadOnlyList<string> Images { get; init; }

    public IReadOnlyList<PersonRequest>? People { get; init; }

    /// <exception cref="MistakeException">A field is not what it should be; it is named.</exception>
    internal Product Product(Uploads uploads) => ProductFile.Checked(new Product
    {
        Name = Name.Trim(),
        Description = Description?.Trim() ?? "",
        SellingPoints = SellingPoints ?? [],
        Price = Said(Price),
        Offer = Said(Offer),
        CallToAction = Said(CallToAction),
        Link = Said(Link),
        Images = [.. Images.Select((upload, index) => uploads.Find(upload, FormattableString.Invariant($"product.images[{index}]")))],
        People =
        [
            .. (People ?? []).Select((person, index) => new Person(
                person.Upload is { } upload ? uploads.Find(upload, FormattableString.Invariant($"product.people[{index}].upload")) : null, person.Description ?? "")),
        ],
    });

    private static string? Said(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;
}
