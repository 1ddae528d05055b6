using Rushes.Engine.Texts;

namespace Rushes.Engine.Cutting;

/// <summary>Says in the film's own metadata where it comes from.</summary>
internal static class Provenance
{
    private const string Vocabulary = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    public const string TrainedModel = "trainedAlgorithmicMedia";

    /// <summary>
    /// The IPTC digital source type: made by a trained model altogether, or a composition in which at least one element (pictures, voices, music) is
    /// synthetic; null when nothing is known of that.
    /// </summary>
    public static string? SourceType(CutOrder order) =>
        order.Synthetic ? Vocabulary + (order.Scenes.All(scene => scene.Generated) ? TrainedModel : "compositeSynthetic") : null;

    /// <summary>A sentence about the film, then a line a scene: <c>Scene 3: take 2, animatic</c>.</summary>
    public static string Comment(CutOrder order)
    {
        var lines = order.Scenes
            .Where(scene => scene.Take is not null || scene.Maker is not null)
            .Select(scene => Invariant(scene) + (scene.Maker is { } maker ? $", {maker}" : ""));
        return string.Join('\n', [SourceType(order) is { } type ? $"{MadeWith}; AI-generated or synthetic media. Digital source type: {type}" : $"{MadeWith}.", .. lines]);
    }

    public static string ChapterTitle(CutScene scene) =>
        scene.Shot?.Location is { Length: > 0 } place ? $"{scene.Scene}. {place}" : Sentence.Of("cut.card-scene", scene.Scene);

    // Metadata is read by programs as much as by people: it is always in English.
    private const string MadeWith = "Made with Rushes";

    private static string Invariant(CutScene scene) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Scene {scene.Scene}: {(scene.Take is { } take ? $"take {take}" : "clip")}");
}
