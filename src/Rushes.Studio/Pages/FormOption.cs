namespace Rushes.Studio.Pages;

/// <summary>One entry of a list to choose from; the empty value leaves the choice open.</summary>
public sealed record FormOption(string Value, string Text);
