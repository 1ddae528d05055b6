using Rushes.Engine.Texts;
using Rushes.Film.Scenes;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Marks for the first seconds.</summary>
internal static class HookMarks
{
    public static ScoredPart Of(Draft draft, double weight)
    {
        var first = draft.Script.Scenes[0];
        var greetings = HookCheck.Greetings(draft);
        if (greetings.Count > 0)
            return new("hook", 0, weight, Sentence.Of("script.check-greeting", greetings[0]));

        var spoken = string.Join(' ', Draft.Spoken(first));
        var jolts = draft.Wording.Found(draft.Wording.Words.Jolts, $"{first.Prompt} . {spoken}");
        var asks = spoken.AsSpan().ContainsAny("?!？！");
        var shot = CameraDirection.Read(first.CameraShot);
        var near = shot.Shot is CameraShot.CloseUp or CameraShot.Pov or CameraShot.Tracking || shot.Move is not CameraMove.Static;
        var value = (0.35 * Math.Min(1, Math.Abs(first.Intensity) / 0.4))
            + (0.3 * Math.Min(1, jolts.Count / 2.0))
            + (asks ? 0.15 : 0)
            + (near && first.CameraShot is not null ? 0.1 : 0)
            + (draft.Wording.Telling(draft.Script.HookSummary).Count >= 3 ? 0.1 : 0);
        var reason = jolts.Count > 0 ? Sentence.Of("script.score-hook-jolts", string.Join(", ", jolts.Take(4)))
            : asks ? Sentence.Of("script.score-hook-asks")
            : Math.Abs(first.Intensity) >= 0.3 ? Sentence.Of("script.score-hook-intense")
            : Sentence.Of("script.score-hook-calm");
        return new("hook", Math.Min(1, value), weight, reason);
    }
}
