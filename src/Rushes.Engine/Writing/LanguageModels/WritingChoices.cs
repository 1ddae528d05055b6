using Rushes.Engine.Library;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>What is tried one after the other when several scripts of one brief are written (<c>data/prompts/writing.json</c>).</summary>
internal sealed record WritingChoices
{
    public required IReadOnlyList<string> StoryTemplates { get; init; }
    public required IReadOnlyList<string> SalesTemplates { get; init; }

    /// <summary>Ways to open.</summary>
    public required IReadOnlyList<Names> Hooks { get; init; }
}
