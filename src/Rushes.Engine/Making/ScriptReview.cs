using Rushes.Engine.Making.Models;
using Rushes.Engine.Writing.Checking;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>Looks at a script that is there already, for whoever would film it now.</summary>
public sealed class ScriptReview(Scripting scripting, ModelCasting casting)
{
    /// <summary>What a person should look at.</summary>
    public async Task<IReadOnlyList<ScriptWarning>> OfAsync(Script script, Brief brief, CancellationToken cancellation) =>
        scripting.Look(script, brief, await PromptLimitAsync(brief, cancellation));

    private async Task<int> PromptLimitAsync(Brief brief, CancellationToken cancellation)
    {
        try
        {
            return casting.LimitsOf(await casting.ChooseAsync(brief, cancellation), brief).Prompt;
        }
        catch (MistakeException)
        {
            // That nobody can film it is said when it is to be filmed.
            return ScriptChecks.UsualPromptLimit;
        }
    }
}
