using Rushes.Engine.Texts;
using Rushes.Film.Briefs;

namespace Rushes.Engine.Writing.Checking;

/// <summary>What the idea or the product names must occur in the film.</summary>
internal sealed class IdeaCheck : IScriptCheck
{
    /// <summary>Verbs and adjectives may be put in other words; this share of an idea's words must come back.</summary>
    public const double LeastShare = 0.4;

    // Whom an idea begins with may hardly be missing; where most of the rest is there, they may go by another name.
    private const double OpeningShare = 0.6;

    // The opening of a long idea tells what it is about.
    private const int Opening = 60;

    public IEnumerable<ScriptWarning> Find(Draft draft)
    {
        if (draft.Brief is { Workflow: Workflow.SalesVideo, Product: { } product })
        {
            var (share, missing) = Kept(draft, product.Name);
            if (share < LeastShare)
                yield return new(null, WarningKinds.Idea, Sentence.Of("script.check-product", product.Name), missing);
            yield break;
        }

        if (!draft.IsWritten || string.IsNullOrWhiteSpace(draft.Brief.Idea) || !SpeaksAlike(draft))
            yield break;
        var (kept, lost) = Kept(draft, draft.Brief.Idea);
        var opening = draft.Wording.Telling(draft.Brief.Idea).Take(2).ToList();
        if (kept < LeastShare || (kept < OpeningShare && opening.Count == 2 && opening.All(lost.Contains)))
            yield return new(null, WarningKinds.Idea, Sentence.Of("script.check-idea", string.Join(", ", lost.Take(6))), lost);
    }

    /// <summary>Which share of a text's telling words the script has, and the words that it lacks.</summary>
    public static (double Share, IReadOnlyList<string> Missing) Kept(Draft draft, string text)
    {
        var wording = draft.Wording;
        var asked = wording.Telling(text).Distinct(StringComparer.Ordinal).Take(Opening).ToList();
        if (asked.Count == 0)
            return (1, []);
        var there = wording.Stems(draft.AllText);
        var missing = asked.Where(word => !there.Contains(wording.Stem(word))).ToList();
        return (1 - (missing.Count / (double)asked.Count), missing);
    }

    // A film in another language than its idea has other words for everything.
    public static bool SpeaksAlike(Draft draft) => Languages.Of(draft.Brief.Idea) == draft.Script.Language;
}
