using Rushes.Engine.Shooting;
using Rushes.Providers.Animatic.Art;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Reads a scene's feeling.</summary>
internal static class Feelings
{
    public static Feeling Of(ArtLibrary art, ShotOrder order) =>
        art.FeelingWords(order.Language).TryFind(order.Shot.Emotion, out var name) && Enum.TryParse<Feeling>(name, ignoreCase: true, out var feeling) ? feeling : Feeling.None;
}
