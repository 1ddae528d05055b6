using System.Text.Json;

namespace Rushes.Film.Products;

/// <summary>A product as the user wrote it down; paths in it are relative to the file.</summary>
/// <param name="Language">Null when the file does not say.</param>
/// <param name="Platform">Null when the file does not say.</param>
public sealed record ProductFile(Product Product, string? Language, string? Platform)
{
    private const int LongestText = 20_000;

    /// <summary>Reads a product file. Every field but <c>name</c> and <c>images</c> may be missing.</summary>
    /// <param name="file">Absolute path, for relative paths and sentences.</param>
    /// <exception cref="MistakeException">The file is broken, or a field is of the wrong kind; the sentence names it.</exception>
    public static ProductFile Read(string json, string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            using var page = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (page.RootElement.ValueKind != JsonValueKind.Object)
                throw Mistake.Input("product.not-object", file, file).AsException();
            return Read(new Fields(page.RootElement, file, Path.GetDirectoryName(file) ?? ""));
        }
        catch (JsonException broken)
        {
            throw Mistake.Input("product.broken", file, file, (broken.LineNumber ?? 0) + 1).AsException();
        }
    }

    /// <summary>What a product must be, whoever wrote it.</summary>
    /// <exception cref="MistakeException">The name or the pictures are missing, or the link is none.</exception>
    public static Product Checked(Product product)
    {
        ArgumentNullException.ThrowIfNull(product);
        if (string.IsNullOrWhiteSpace(product.Name))
            throw Mistake.Input("product.no-name", "name").AsException();
        if (product.Images.Count == 0)
            throw Mistake.Input("product.no-images", "images").AsException();
        if (product.Link is { } link && (!Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || link.Length > 500))
            throw Mistake.Input("product.link", "link", link).AsException();
        return product;
    }

    private static ProductFile Read(Fields fields)
    {
        var product = new Product
        {
            Name = fields.Text("name") ?? "",
            Description = fields.Text("description") ?? "",
            SellingPoints = fields.Texts("selling_points"),
            Price = fields.Text("price"),
            Offer = fields.Text("offer"),
            CallToAction = fields.Text("call_to_action"),
            Link = fields.Text("link"),
            Images = [.. fields.Texts("images").Select(fields.PathOf)],
            People = fields.People(),
        };
        return new ProductFile(Checked(product), fields.Text("language"), fields.Text("platform"));
    }

    private sealed record Fields(JsonElement Page, string File, string Folder)
    {
        public string PathOf(string name) => Path.GetFullPath(name, Folder);

        public string? Text(string field) => Page.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? Plain(value, field) : null;

        public IReadOnlyList<string> Texts(string field)
        {
            if (!Page.TryGetProperty(field, out var list) || list.ValueKind == JsonValueKind.Null)
                return [];
            if (list.ValueKind != JsonValueKind.Array)
                throw Wrong(field);
            return [.. list.EnumerateArray().Select(item => Plain(item, field)).Where(text => text.Length > 0)];
        }

        public IReadOnlyList<Person> People()
        {
            const string field = "people";
            if (!Page.TryGetProperty(field, out var list) || list.ValueKind == JsonValueKind.Null)
                return [];
            if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object))
                throw Wrong(field);
            return [.. list.EnumerateArray().Select(item => this with { Page = item }).Select(item => new Person(
                item.Text("image") is { } image ? PathOf(image) : null, item.Text("description") ?? ""))];
        }

        private string Plain(JsonElement value, string field)
        {
            // A price is often written as a bare number.
            var text = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!.Trim(),
                JsonValueKind.Number => value.GetRawText(),
                _ => throw Wrong(field),
            };
            return text.Length <= LongestText ? text : throw Mistake.Input("product.long", field, field, text.Length, LongestText).AsException();
        }

        private MistakeException Wrong(string field) => Mistake.Input("product.field", field, File, field).AsException();
    }
}
