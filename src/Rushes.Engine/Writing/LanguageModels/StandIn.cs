using Rushes.Engine.Writing.Composing;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>A scene that no language model would write: from its outline where there is one, else from the built-in writer's script of the same brief.</summary>
internal static class StandIn
{
    /// <param name="own">The built-in writer's script; null where it does not know the language.</param>
    /// <returns>The scene, and whoever appears in it and may be new.</returns>
    public static (Scene Scene, IReadOnlyList<Character> Cast) Of(PlannedScene planned, OutlinedScene? outline, Script? own, Brief brief)
    {
        var model = own?.Scenes[(int)Math.Round((own.Scenes.Count - 1) * planned.Index / Math.Max(1.0, planned.Of - 1))];
        if (outline is not null)
        {
            var told = new Scene
            {
                Prompt = outline.What,
                Duration = planned.Seconds,
                Location = outline.Location,
                TimeOfDay = outline.TimeOfDay,
                Characters = outline.Characters,
                CameraShot = model?.CameraShot ?? "Medium, slow zoom-in",
                LightingMood = model?.LightingMood ?? "Soft",
                Emotion = model?.Emotion,
                Sound = model?.Sound,
            };
            return (told, []);
        }

        if (model is not null)
            return (model, [.. own!.Characters.Where(one => model.Characters.Contains(one.Name, StringComparer.OrdinalIgnoreCase))]);

        const int gist = 400;
        var idea = brief.Product?.Name ?? brief.Idea.Trim();
        return (new Scene { Prompt = idea.Length <= gist ? idea : idea[..gist] + "…", Duration = planned.Seconds, CameraShot = "Medium, slow zoom-in", LightingMood = "Soft" }, []);
    }
}
