using Rushes.Engine.Texts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Finds scenes that show nearly the same. What identifies a character is left out: it is meant to be repeated.</summary>
internal sealed class LikenessCheck : IScriptCheck
{
    /// <summary>From here on two prompts count as the same, as a share of their neighbouring pairs of words.</summary>
    public const double TooAlike = 0.5;

    // Only scenes that a viewer still remembers are compared in long films.
    private const int Memory = 24;

    public IEnumerable<ScriptWarning> Find(Draft draft)
    {
        if (!draft.IsWritten)
            yield break;
        var prompts = PromptsOf(draft);
        for (var later = 1; later < prompts.Count; later++)
        {
            for (var earlier = Math.Max(0, later - Memory); earlier < later; earlier++)
            {
                if (draft.Wording.Likeness(prompts[earlier], prompts[later]) < TooAlike)
                    continue;
                yield return new(later + 1, WarningKinds.Likeness, Sentence.Of("script.check-alike", earlier + 1), []);
                break;
            }
        }
    }

    /// <summary>Each prompt without the looks of the characters.</summary>
    public static IReadOnlyList<string> PromptsOf(Draft draft)
    {
        var looks = draft.Script.Characters.Select(character => CastCheck.LookOf(character)).Where(look => look.Length > 0).ToList();
        return [.. draft.Script.Scenes.Select(scene => looks.Aggregate(scene.Prompt, (text, look) => text.Replace(look, "", StringComparison.OrdinalIgnoreCase)))];
    }
}
