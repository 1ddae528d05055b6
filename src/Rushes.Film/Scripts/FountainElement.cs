namespace Rushes.Film.Scripts;

/// <summary>What a paragraph of a Fountain page is.</summary>
internal enum FountainKind
{
    Heading,
    Action,
    Centered,
    Lyric,
    Speech,
    Transition,
    Section,
    Synopsis,
    PageBreak,
}

/// <summary>A paragraph of a Fountain page, without the marks of the format.</summary>
/// <param name="Cue">Who speaks, as on the page without extension and caret; an at sign before it where it was forced. Only of a speech.</param>
/// <param name="Extension">From where one hears the words, such as V.O. or O.S.</param>
/// <param name="Manner">The parenthetical before the words.</param>
internal sealed record FountainElement(FountainKind Kind, string Text, string? Cue = null, string? Extension = null, string? Manner = null)
{
    public List<string> Notes { get; } = [];
}
