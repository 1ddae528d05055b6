using Rushes.Engine.Writing.Phrases;
using Rushes.Engine.Writing.Understanding;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Composing;

/// <summary>Writes what stands at the head of a script: title, hook and the way of the feelings.</summary>
internal sealed class HeadComposer(PhraseBook book, Premise premise, Chance chance)
{
    // A short idea that is no plain sentence is a title already.
    private const int LongestOwnTitle = 9;

    private static readonly HashSet<string> SmallWords =
        new(["a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "from", "by", "with", "who"], StringComparer.Ordinal);

    public string Title()
    {
        var reading = premise.Reading;
        if (reading.Framed is not null && reading.Sentences.Count == 1 && reading.Plain.Count(letter => letter == ' ') - 1 <= LongestOwnTitle)
            return Cased(reading.Sentences[0]);
        var titles = premise.Bank.Titles.Count > 0 ? premise.Bank.Titles : book.Shared.Titles;
        var title = chance.Shuffled(titles).Select(pattern => PhraseFiller.Fill(pattern, premise.Slots, chance)).OfType<string>().FirstOrDefault();
        return Cased(title ?? premise.Hero.Called);
    }

    /// <summary>English titles capitalise their words, Vietnamese ones only the first.</summary>
    private string Cased(string title)
    {
        if (book.Language != "en")
            return IdeaText.Capital(title);
        var words = title.Split(' ');
        return string.Join(' ', words.Select((word, index) => index > 0 && index < words.Length - 1 && SmallWords.Contains(word) ? word : IdeaText.Capital(word)));
    }

    /// <param name="action">The first scene's action before anybody was introduced.</param>
    public static string Hook(Scene first, string action) =>
        first.Narration ?? (first.Dialogues.Count > 0 ? first.Dialogues[0].Text : action);

    /// <summary>The feelings in order, without repetition, at most seven.</summary>
    public string Arc(IReadOnlyList<Scene> scenes)
    {
        var steps = new List<string>();
        foreach (var scene in scenes)
        {
            var word = book.Words.Emotions.GetValueOrDefault(scene.Emotion ?? "", scene.Emotion ?? "");
            if (steps.Count == 0 || steps[^1] != word)
                steps.Add(word);
        }

        var every = Math.Max(1, (int)Math.Ceiling((steps.Count - 1) / 6.0));
        return string.Join(" → ", steps.Where((_, index) => index % every == 0 || index == steps.Count - 1));
    }
}
