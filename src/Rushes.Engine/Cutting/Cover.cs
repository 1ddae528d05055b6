namespace Rushes.Engine.Cutting;

/// <summary>A picture of the film with a few words on it, to post with it.</summary>
/// <param name="File">Its name in the project, such as <c>thumbnail.png</c>.</param>
/// <param name="Text">Empty makes none.</param>
/// <param name="Platform">Where it is seen: that one's own buttons are kept clear of words.</param>
public sealed record Cover(string File, string Text, string? Platform)
{
    /// <summary>Absolute path of the picture under the words, such as the product's; null: one from the film.</summary>
    public string? Photo { get; init; }
}
