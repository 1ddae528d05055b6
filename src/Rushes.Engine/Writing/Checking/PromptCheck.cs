using Rushes.Engine.Texts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>A prompt in every scene, not longer than the provider takes.</summary>
internal sealed class PromptCheck(int limit) : IScriptCheck
{
    public IEnumerable<ScriptWarning> Find(Draft draft)
    {
        foreach (var (number, scene) in draft.Scenes)
        {
            if (string.IsNullOrWhiteSpace(scene.Prompt))
                yield return new(number, WarningKinds.Prompt, Sentence.Of("script.check-no-prompt"), []);
            else if (scene.Prompt.Length > limit)
                yield return new(number, WarningKinds.Prompt, Sentence.Of("script.check-long-prompt", scene.Prompt.Length, limit), []);
        }
    }
}
