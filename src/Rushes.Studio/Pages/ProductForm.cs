using Microsoft.AspNetCore.Http;
using Rushes.Film;
using Rushes.Film.Products;

namespace Rushes.Studio.Pages;

/// <summary>A product as it is typed into a form, by field.</summary>
internal static class ProductForm
{
    private static readonly string[] Fields = ["name", "description", "selling_points", "price", "offer", "call_to_action", "link", "people"];

    public static IReadOnlyDictionary<string, string> Empty { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> Read(IFormCollection form) => Fields.ToDictionary(field => field, field => form[field].ToString().Trim(), StringComparer.Ordinal);

    /// <summary>What was typed for a product once.</summary>
    public static IReadOnlyDictionary<string, string> Of(Product product) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["name"] = product.Name,
        ["description"] = product.Description,
        ["selling_points"] = Lines(product.SellingPoints),
        ["price"] = product.Price ?? "",
        ["offer"] = product.Offer ?? "",
        ["call_to_action"] = product.CallToAction ?? "",
        ["link"] = product.Link ?? "",
        ["people"] = Lines(product.People.Select(person => person.Description)),
    };

    /// <param name="images">Files of the product's photos.</param>
    /// <param name="faces">Files of photos of the people, in the order in which these are written.</param>
    /// <exception cref="MistakeException">A field is not what it should be; it is named.</exception>
    public static Product Product(IReadOnlyDictionary<string, string> typed, IReadOnlyList<string> images, IReadOnlyList<string> faces)
    {
        var people = Lines(typed["people"]);
        return ProductFile.Checked(new Product
        {
            Name = typed["name"],
            Description = typed["description"],
            SellingPoints = Lines(typed["selling_points"]),
            Price = Open(typed["price"]),
            Offer = Open(typed["offer"]),
            CallToAction = Open(typed["call_to_action"]),
            Link = Open(typed["link"]),
            Images = images,
            People = [.. Enumerable.Range(0, Math.Max(people.Length, faces.Count)).Select(index => new Person(faces.ElementAtOrDefault(index), people.ElementAtOrDefault(index) ?? ""))],
        });
    }

    private static string? Open(string text) => text.Length > 0 ? text : null;

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts.Select(text => text.ReplaceLineEndings(" ")));
}
