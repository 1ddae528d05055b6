using Rushes.Engine.Library;
using Rushes.Engine.Texts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>What is tried one after the other when several scripts of one brief are written (<c>data/prompts/writing.json</c>).</summary>
internal sealed record WritingChoices : ISelfChecked
{
    public required IReadOnlyList<string> StoryTemplates { get; init; }
    public required IReadOnlyList<string> SalesTemplates { get; init; }

    /// <summary>Ways to open.</summary>
    public required IReadOnlyList<Names> Hooks { get; init; }

    /// <summary>What answers usually take, to reckon a price beforehand.</summary>
    public required UsualTokens Usual { get; init; }

    string? ISelfChecked.Fault =>
        StoryTemplates.Count == 0 ? Sentence.Of("data.fault-empty", "story_templates")
        : SalesTemplates.Count == 0 ? Sentence.Of("data.fault-empty", "sales_templates")
        : Hooks.Count == 0 ? Sentence.Of("data.fault-empty", "hooks")
        : Usual.CharactersAToken > 0 ? null : Sentence.Of("data.fault-positive", "characters_a_token");

    /// <param name="CharactersAToken">Of the question.</param>
    /// <param name="Head">Tokens of title, cast and posts.</param>
    /// <param name="Scene">Tokens of a scene that is written.</param>
    /// <param name="Outlined">Tokens of a scene that is outlined first.</param>
    /// <param name="Shown">Characters that tell what a scene shows: who is asked to translate it, reads these.</param>
    /// <param name="AskedAgain">The share of it that is asked for once more, because something was wrong.</param>
    internal sealed record UsualTokens(double CharactersAToken, int Head, int Scene, int Outlined, int Shown, double AskedAgain);
}
