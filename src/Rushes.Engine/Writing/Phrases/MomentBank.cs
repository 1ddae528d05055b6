namespace Rushes.Engine.Writing.Phrases;

/// <summary>A kind of story (somebody lost, a dream, a couple...): how to know it, and what happens in it.</summary>
public sealed record MomentBank
{
    /// <summary>Words and phrases of an idea that speak for this kind, with their weight.</summary>
    public IReadOnlyDictionary<string, double> Cues { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>What the premise is made of, with its weight, such as <c>"robot": 3</c>.</summary>
    public IReadOnlyDictionary<string, double> Traits { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>What its hero must be, such as "person|robot"; null takes anybody.</summary>
    public string? Suits { get; init; }

    /// <summary>Circumstances that a film of this bank has.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Stories borrow from the shared bank, guides and facts rather from their own turns.</summary>
    public Library.TemplateFamily Family { get; init; }

    /// <summary>The templates that suit it when the user names none; variants take them in turn.</summary>
    public IReadOnlyList<string> Templates { get; init; } = ["three-act"];

    /// <summary>Places by stage: start, road, trial, end.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Places { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Who may come along when the idea names nobody else; words of the lexicon.</summary>
    public IReadOnlyList<string> Mates { get; init; } = [];

    /// <summary>The turn with which the companion comes into the story: "ally" as a rule, "spark" or "world" where it is about two from the start.</summary>
    public string MateComes { get; init; } = "ally";

    /// <summary>Of the two at the centre the younger one leads, as in stories of parents and children.</summary>
    public bool YoungerLeads { get; init; }

    /// <summary>Who is at the centre when the idea names nobody.</summary>
    public IReadOnlyList<string> Heroes { get; init; } = [];

    /// <summary>Things that may matter when the idea names none.</summary>
    public IReadOnlyList<string> Things { get; init; } = [];

    /// <summary>What is wanted when the idea does not say, as a verb phrase.</summary>
    public IReadOnlyList<string> Goals { get; init; } = [];

    /// <summary>The times of day that suit it, from start to end.</summary>
    public IReadOnlyList<string> Times { get; init; } = [];

    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Small hooks that keep a longer film gripping.</summary>
    public IReadOnlyList<string> Teases { get; init; } = [];

    /// <summary>Visual notes for scenes whose moment has none.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<string> LastNotes { get; init; } = [];

    public IReadOnlyList<Moment> Moments { get; init; } = [];
}
