namespace Rushes.Film.Products;

/// <summary>Somebody who appears in a sales film.</summary>
/// <param name="Image">Absolute path of a photo, or null.</param>
/// <param name="Description">How the person looks and what they stand for.</param>
public sealed record Person(string? Image, string Description);
