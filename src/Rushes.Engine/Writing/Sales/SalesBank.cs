namespace Rushes.Engine.Writing.Sales;

/// <summary>What the sales writer knows of one kind of product (<c>data/writing/&lt;language&gt;/sales/</c>).</summary>
public sealed record SalesBank
{
    public IReadOnlyList<ProductWord> Words { get; init; } = [];

    /// <summary>Who uses it, when the seller names nobody; one of them goes through the whole film.</summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>Where the trouble is felt.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>Where life is good again.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Time of day before and after.</summary>
    public IReadOnlyList<string> Times { get; init; } = [];

    /// <summary>Bed of sound before and after.</summary>
    public IReadOnlyList<string> Sounds { get; init; } = [];

    /// <summary>What life is like with it, in a few words that can follow a colon.</summary>
    public IReadOnlyList<string> Promises { get; init; } = [];

    /// <summary>At most 25 characters.</summary>
    public IReadOnlyList<string> Thumbnails { get; init; } = [];

    public IReadOnlyList<string> Hashtags { get; init; } = [];
    public IReadOnlyList<string> Emoji { get; init; } = [];

    /// <summary>Moments by their beat: Hook, Problem, Agitation, Solution, Desire, Proof, Action.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SalesMoment>> Beats { get; init; } =
        new Dictionary<string, IReadOnlyList<SalesMoment>>(StringComparer.Ordinal);

    public IReadOnlyList<SalesMoment> Of(string beat) => Beats.GetValueOrDefault(beat) ?? [];
}
