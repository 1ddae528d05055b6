using System.Globalization;
using Rushes.Engine.Texts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>How well a script does by the rules of thumb of its trade. It knows nothing of taste, and says so.</summary>
public sealed record ScriptScore(IReadOnlyList<ScoredPart> Parts)
{
    /// <summary>0 to 1, to two places.</summary>
    public double Value => Math.Round(Parts.Sum(part => part.Value * part.Weight), 2);

    /// <summary>One sentence a part with its marks, the most telling first, and what the score is worth.</summary>
    public IReadOnlyList<string> Reasons =>
    [
        .. Parts.OrderByDescending(part => part.Weight).Select(part =>
            Sentence.Of("script.score-part", Sentence.Of($"script.score-{part.Kind}"), Math.Round(part.Value * 100).ToString(CultureInfo.CurrentCulture), part.Reason)),
        Sentence.Of("script.score-heuristic"),
    ];
}
