using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Film;

namespace Rushes.Engine.Making.Models;

/// <summary>Whether a model can film what is asked, looked at before anything is sent. A mistake names the field and says what is possible.</summary>
public static class ModelRules
{
    /// <summary>Within so many days of its end a model is warned about.</summary>
    public const int DaysOfWarning = 60;

    /// <summary>The first thing that keeps the model from filming a scene; null when it can.</summary>
    public static Mistake? Broken(VideoModel model, SceneNeeds scene, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(scene);
        return Ended(model, today) ?? Length(model, scene) ?? Pictures(model, scene);
    }

    /// <summary>The provider has shut the model down.</summary>
    public static Mistake? Ended(VideoModel model, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.ShutsDown is { } end && end <= today ? Mistake.Input("models.ended", "model", model.Id, end) : null;
    }

    /// <summary>The model ends soon.</summary>
    /// <returns>Null when it does not.</returns>
    public static Mistake? EndsSoon(VideoModel model, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.ShutsDown is { } end && end > today && end.DayNumber - today.DayNumber <= DaysOfWarning
            ? Mistake.Input("models.ends-soon", "model", model.Id, end, end.DayNumber - today.DayNumber)
            : null;
    }

    /// <summary>The model has ended, or ends soon.</summary>
    /// <returns>Null when neither.</returns>
    public static Mistake? End(VideoModel model, DateOnly today) => Ended(model, today) ?? EndsSoon(model, today);

    /// <summary>The clip lengths of a model in words.</summary>
    public static string Lengths(VideoModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Lengths.Count > 0
            ? string.Join(", ", model.Lengths.Order().Select(Seconds))
            : $"{Seconds(model.Clips.Shortest)}–{Seconds(model.Clips.Longest)}";
    }

    private static Mistake? Length(VideoModel model, SceneNeeds scene) => scene.Seconds > model.Clips.Longest + 1e-6
        ? Mistake.Input("models.too-long", Field(scene, "duration"), scene.Scene, scene.Seconds, model.Id, Lengths(model))
        : null;

    private static Mistake? Pictures(VideoModel model, SceneNeeds scene) => scene.Pictures switch
    {
        ScenePictures.Start when !model.FirstFrame => Mistake.Input("models.no-first-frame", Field(scene, "image"), scene.Scene, model.Id),
        ScenePictures.Show when !model.FirstFrame && model.References == 0 => Mistake.Input("models.no-pictures", Field(scene, "image"), scene.Scene, model.Id),
        ScenePictures.None when !model.FromText => Mistake.Input("models.needs-picture", Field(scene, "image"), scene.Scene, model.Id),
        _ => null,
    };

    private static string Field(SceneNeeds scene, string name) => FormattableString.Invariant($"scenes[{scene.Scene}].{name}");

    private static string Seconds(double seconds) => seconds.ToString("0.##", CultureInfo.CurrentCulture);
}
