using Rushes.Engine.Texts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Marks for what a sales film must do besides: ask to act, and be believed.</summary>
internal static class SalesMarks
{
    public static ScoredPart Call(Draft draft, double weight)
    {
        var scenes = draft.Script.Scenes;
        var last = string.Join(" . ", scenes.TakeLast(Math.Max(1, scenes.Count / 4)).SelectMany(scene => Draft.Spoken(scene).Append(scene.VisualNotes ?? "")));
        var calls = draft.Wording.Found(draft.Wording.Words.Calls, last);
        var offer = draft.Brief.Product is not { } product || product.Offer is null && product.Price is null
            || (product.Price is { } price && last.Contains(price, StringComparison.OrdinalIgnoreCase)) || (product.Offer is { } given && IdeaWords(draft, given, last));
        var acts = scenes[^1].StoryBeat?.Contains("Action", StringComparison.OrdinalIgnoreCase) == true;
        var value = (0.6 * Math.Min(1, calls.Count / 2.0)) + (offer ? 0.2 : 0) + (acts ? 0.2 : 0);
        var reason = calls.Count == 0 ? Sentence.Of("script.score-call-none") : Sentence.Of("script.score-call-words", string.Join(", ", calls.Take(4)));
        return new("call", calls.Count == 0 ? Math.Min(value, 0.2) : value, weight, reason);
    }

    public static ScoredPart Trust(Draft draft, double weight)
    {
        var spoken = string.Join(" . ", draft.Script.Scenes.SelectMany(scene => Draft.Spoken(scene).Append(scene.VisualNotes ?? "").Append(scene.Prompt)));
        var proofs = draft.Wording.Found(draft.Wording.Words.Trust, spoken);
        var beat = draft.Script.Scenes.Any(scene => scene.StoryBeat?.Contains("Proof", StringComparison.OrdinalIgnoreCase) == true);
        var value = (0.7 * Math.Min(1, proofs.Count / 3.0)) + (beat ? 0.3 : 0);
        var reason = proofs.Count == 0 ? Sentence.Of("script.score-trust-none") : Sentence.Of("script.score-trust-words", string.Join(", ", proofs.Take(4)));
        return new("trust", proofs.Count == 0 ? Math.Min(value, 0.2) : value, weight, reason);
    }

    private static bool IdeaWords(Draft draft, string asked, string text)
    {
        var words = draft.Wording.Telling(asked);
        var there = draft.Wording.Stems(text);
        return words.Count == 0 || words.Count(word => there.Contains(draft.Wording.Stem(word))) * 2 >= words.Count;
    }
}
