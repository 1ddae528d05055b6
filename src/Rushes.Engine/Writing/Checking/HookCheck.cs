using Rushes.Engine.Texts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>A hook in the first scene; never a greeting.</summary>
internal sealed class HookCheck : IScriptCheck
{
    // A greeting is what a line begins with; "she says hello to the sea" is none.
    private const int OpeningWords = 3;

    public IEnumerable<ScriptWarning> Find(Draft draft)
    {
        if (!draft.IsWritten || draft.Script.Scenes is not [var first, ..])
            yield break;
        var greetings = Greetings(draft);
        if (greetings.Count > 0)
            yield return new(1, WarningKinds.Hook, Sentence.Of("script.check-greeting", greetings[0]), greetings);
        var spoken = string.Join(' ', Draft.Spoken(first));
        if (string.IsNullOrWhiteSpace(draft.Script.HookSummary) && Math.Abs(first.Intensity) < 0.2
            && draft.Wording.Found(draft.Wording.Words.Jolts, $"{first.Prompt} . {spoken}").Count == 0 && !spoken.AsSpan().ContainsAny("?!？！"))
        {
            yield return new(1, WarningKinds.Hook, Sentence.Of("script.check-no-hook"), []);
        }
    }

    /// <summary>The greetings with which the first scene's narration or somebody's first line in it begins.</summary>
    public static IReadOnlyList<string> Greetings(Draft draft)
    {
        if (draft.Script.Scenes is not [var first, ..])
            return [];
        var openings = first.Dialogues
            .DistinctBy(line => line.Speaker, StringComparer.OrdinalIgnoreCase)
            .Select(line => line.Text)
            .Prepend(first.Narration ?? "")
            .ToList();
        return [.. draft.Wording.Words.Greetings.Where(greeting => openings.Any(text => Opens(draft.Wording, text, greeting)))];
    }

    private static bool Opens(Wording wording, string text, string greeting)
    {
        var words = wording.Of(text);
        var sought = wording.Of(greeting);
        return sought.Count > 0 && Enumerable.Range(0, OpeningWords).Any(start => words.Skip(start).Take(sought.Count).SequenceEqual(sought))
            && (words.Take(sought.Count).SequenceEqual(sought) || sought.Count > 1);
    }
}
