using Rushes.Engine.Library;
using Rushes.Engine.Shooting;

namespace Rushes.Providers.Http;

/// <summary>For wires where reference pictures and a first frame exclude each other.</summary>
internal static class ReferencesInstead
{
    /// <summary>
    /// Where somebody is to be seen and the clip need not begin with a given picture, references tell who it is. A product alone begins the clip with its
    /// photo; a product and the person who speaks for it are pictures that no first frame can show at once.
    /// </summary>
    /// <returns>The pictures to go as references, the most important first; none where the first frame goes.</returns>
    public static IReadOnlyList<string> Of(ShotOrder order, ShotPictures pictures, VideoModel model)
    {
        if (model.References == 0 || pictures.Last is not null || order.FirstFrame is not null || order.Picture is not null)
            return [];
        if (pictures.First is { } photo)
            return order.Card?.Person is not null && model.References > 1 ? [.. new[] { photo }.Concat(pictures.References).Take(model.References)] : [];
        return [.. pictures.References.Take(model.References)];
    }
}
