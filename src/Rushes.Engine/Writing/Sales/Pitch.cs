using Rushes.Film.Products;

namespace Rushes.Engine.Writing.Sales;

/// <summary>What the writer understood of a product.</summary>
internal sealed record Pitch
{
    public required Product Product { get; init; }

    /// <summary>The name on one line, as written.</summary>
    public required string Name { get; init; }

    /// <summary>How its kind is spoken of.</summary>
    public required ProductWord Word { get; init; }

    /// <summary>The banks to draw from, the most fitting first; the last fits every product.</summary>
    public required IReadOnlyList<SalesBank> Banks { get; init; }

    /// <summary>What the seller says of it: benefits, and what makes it trusted.</summary>
    public required IReadOnlyList<string> Benefits { get; init; }

    public required IReadOnlyList<string> Trust { get; init; }

    public required IReadOnlyList<CastPerson> People { get; init; }

    /// <summary>Values for the patterns of every scene.</summary>
    public required IReadOnlyDictionary<string, string> Slots { get; init; }
}
