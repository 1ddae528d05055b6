namespace Rushes.Engine.Shooting;

/// <summary>Which of an order's pictures a remote model is given, and as what.</summary>
/// <param name="First">Absolute path of the picture that the clip starts from.</param>
/// <param name="Last">Absolute path of the picture that it ends at.</param>
/// <param name="References">Absolute paths of pictures of who and what is in it, the most important first.</param>
public sealed record ShotPictures(string? First, string? Last, IReadOnlyList<string> References)
{
    /// <summary>The frame handed on by <c>--chain</c> goes before the user's picture, that before the product's photo.</summary>
    public static ShotPictures Of(ShotOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var first = order.FirstFrame ?? order.Picture?.Path ?? (order.Card?.Images is [var photo, ..] ? photo : null);
        var references = (order.References ?? []).Select(picture => picture.Path).Where(picture => picture != first && picture != order.LastFrame);
        return new(first, order.LastFrame, [.. references.Distinct(StringComparer.Ordinal)]);
    }
}
