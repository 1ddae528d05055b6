using Rushes.Engine.Writing.Checking;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing;

/// <summary>What a writer is asked for.</summary>
/// <param name="Brief">Checked by <see cref="BriefRules"/>.</param>
/// <param name="Clips">The lengths that the model can film.</param>
/// <param name="Variant">0 for the script; 1, 2... for others of the same brief, with another hook, template or turn of events.</param>
public sealed record WritingOrder(Brief Brief, ClipLengths Clips, int Variant = 0)
{
    /// <summary>Characters of the longest prompt that whoever films takes whole.</summary>
    public int PromptLimit { get; init; } = ScriptChecks.UsualPromptLimit;

    public string Language => BriefRules.LanguageOf(Brief);
}
