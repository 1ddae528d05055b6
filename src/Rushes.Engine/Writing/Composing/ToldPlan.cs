namespace Rushes.Engine.Writing.Composing;

/// <summary>Spreads the sentences of an idea that tells its whole story over the scenes, in order; scenes between them are left to the writer.</summary>
internal static class ToldPlan
{
    // Longer than this a prompt would drown its camera and light.
    private const int LongestTelling = 320;

    public static List<PlannedScene> Of(IReadOnlyList<PlannedScene> scenes, IReadOnlyList<string> sentences)
    {
        var planned = scenes.ToList();
        if (sentences.Count >= planned.Count)
        {
            for (var i = 0; i < planned.Count; i++)
            {
                var from = sentences.Count * i / planned.Count;
                var to = sentences.Count * (i + 1) / planned.Count;
                planned[i] = planned[i] with { Told = Joined(sentences.Skip(from).Take(to - from)) };
            }
        }
        else
        {
            for (var i = 0; i < sentences.Count; i++)
            {
                var at = (int)Math.Round((double)i * (planned.Count - 1) / (sentences.Count - 1));
                planned[at] = planned[at] with { Told = Joined([sentences[i]]) };
            }
        }

        return planned;
    }

    /// <summary>As many whole sentences as fit.</summary>
    private static string Joined(IEnumerable<string> sentences)
    {
        var told = "";
        foreach (var sentence in sentences)
        {
            if (told.Length > 0 && told.Length + sentence.Length > LongestTelling)
                break;
            told = $"{told} {sentence}.".TrimStart();
        }

        return told;
    }
}
