using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making.Models;

/// <summary>What a scene asks of whoever films it. Prompts are no part of it: they are worded for each model, within its limit.</summary>
/// <param name="Scene">Counted from 1.</param>
/// <param name="Seconds">On screen.</param>
public sealed record SceneNeeds(int Scene, double Seconds, ScenePictures Pictures)
{
    public static IReadOnlyList<SceneNeeds> Of(Brief brief, Script script)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(script);
        return [.. script.Scenes.Select((scene, index) => new SceneNeeds(index + 1, scene.Duration, PicturesOf(brief, index)))];
    }

    private static ScenePictures PicturesOf(Brief brief, int scene) => brief switch
    {
        _ when scene < brief.Pictures.Count => ScenePictures.Start,
        { Workflow: Workflow.SalesVideo, Product.Images.Count: > 0 } => ScenePictures.Show,
        _ => ScenePictures.None,
    };
}
