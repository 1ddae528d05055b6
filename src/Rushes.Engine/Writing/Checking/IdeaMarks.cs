using Rushes.Engine.Texts;
using Rushes.Film.Briefs;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Marks for keeping to what was asked for.</summary>
internal static class IdeaMarks
{
    public static ScoredPart Of(Draft draft, double weight)
    {
        var asked = draft.Brief is { Workflow: Workflow.SalesVideo, Product: { } product }
            ? string.Join(" . ", product.SellingPoints.Prepend(product.Name))
            : draft.Brief.Idea;
        if (string.IsNullOrWhiteSpace(asked) || (draft.Brief.Product is null && !IdeaCheck.SpeaksAlike(draft)))
            return new("idea", 0.5, weight, Sentence.Of("script.score-idea-unknown"));
        var (share, missing) = IdeaCheck.Kept(draft, asked);

        // Three words of four are as good as all: the rest may be said otherwise.
        var value = Math.Min(1, share / 0.75);
        var reason = missing.Count == 0 ? Sentence.Of("script.score-idea-all") : Sentence.Of("script.score-idea-missing", string.Join(", ", missing.Take(5)));
        return new("idea", value, weight, reason);
    }
}
