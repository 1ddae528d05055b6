namespace Rushes.Engine.Shooting;

/// <summary>What a scene of a sales film shows of the product.</summary>
/// <param name="Beat">Hook, Problem, Agitation, Solution, Desire, Proof or Action.</param>
/// <param name="Images">Absolute paths of the product's photos, the scene's own first.</param>
/// <param name="Headline">The designed caption of the scene, a few words.</param>
/// <param name="Price">Shown where the beat sells (Desire, Action).</param>
/// <param name="Link">Becomes a QR code in Action.</param>
/// <param name="Scheme">A colour scheme of <c>data/sales/schemes.json</c>; any other word lets the product's name choose one.</param>
/// <param name="Person">Absolute path of the photo of somebody who speaks for the product.</param>
public sealed record SalesCard(
    string Beat,
    IReadOnlyList<string> Images,
    string ProductName,
    string? Headline = null,
    string? Price = null,
    string? Offer = null,
    string? CallToAction = null,
    string? Link = null,
    string? Scheme = null,
    string? Person = null);
