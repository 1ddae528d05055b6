namespace Rushes.Film.Products;

/// <summary>What a sales film sells. Read from a product file or from options.</summary>
public sealed record Product
{
    public required string Name { get; init; }
    public string Description { get; init; } = "";
    public IReadOnlyList<string> SellingPoints { get; init; } = [];

    /// <summary>As the seller writes it, such as <c>249.000đ</c>.</summary>
    public string? Price { get; init; }

    public string? Offer { get; init; }
    public string? CallToAction { get; init; }

    /// <summary>An http or https address; shown as a QR code.</summary>
    public string? Link { get; init; }

    /// <summary>Absolute paths, at least one.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    public IReadOnlyList<Person> People { get; init; } = [];
}
