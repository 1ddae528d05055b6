using Rushes.Engine.Making;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Studio.Api.Papers;

namespace Rushes.Studio.Api.Answers;

/// <summary>A script and what a person should look at in it.</summary>
/// <param name="Script">As script.json has it.</param>
internal sealed record ScriptSheet(ScriptPaper Script, double Duration, int Scenes, IReadOnlyList<ScriptSheet.Warning> Warnings)
{
    public static async Task<ScriptSheet> OfAsync(Script script, Brief brief, ScriptReview review, CancellationToken cancellation) => new(
        ScriptPaper.Of(script),
        script.Duration,
        script.Scenes.Count,
        [.. (await review.OfAsync(script, brief, cancellation)).Select(warning => new Warning(warning.Scene, warning.Kind, warning.Text, warning.Words))]);

    /// <param name="Scene">Counted from 1; null when it concerns the whole script.</param>
    internal sealed record Warning(int? Scene, string Kind, string Text, IReadOnlyList<string> Words);
}
