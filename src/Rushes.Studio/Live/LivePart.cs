namespace Rushes.Studio.Live;

/// <summary>A part of a page that changed: the element with this id is to look so.</summary>
public sealed record LivePart(string Id, string Html);
