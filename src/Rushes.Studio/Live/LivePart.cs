namespace Rushes.Studio.Live;

/// <summary>A part of a page that changed: the element with this id is to look so.</summary>
/// <param name="Into">Id of the element that a new one comes into, at its end; null: what is not on the page stays away.</param>
public sealed record LivePart(string Id, string Html, string? Into = null);
