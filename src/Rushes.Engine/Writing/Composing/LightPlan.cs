using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Composing;

/// <summary>The mood of the light, from the time of day and the height of the feelings.</summary>
internal static class LightPlan
{
    public static string MoodOf(PlannedScene scene, Moment moment)
    {
        if (moment.Light is { } own)
            return own;
        if (scene.Turn is "climax" or "twist")
            return "High-contrast";
        return scene.Time switch
        {
            "Night" => scene.Intensity < -0.5 ? "Dark" : scene.Intensity < 0.2 ? "Cold" : "Warm",
            "Dawn" => scene.Intensity < -0.2 ? "Cold" : scene.Intensity > 0.6 ? "Warm" : "Soft",
            "Golden hour" => scene.Intensity < -0.4 ? "Soft" : "Warm",
            "Dusk" => scene.Intensity < -0.3 ? "Cold" : "Soft",
            _ => scene.Intensity < -0.5 ? "Cold" : scene.Intensity < 0.1 ? "Soft" : "Bright",
        };
    }
}
