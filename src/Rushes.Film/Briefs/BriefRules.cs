using Rushes.Film.Scripts;

namespace Rushes.Film.Briefs;

/// <summary>What a brief must be before anything is written or filmed.</summary>
public static class BriefRules
{
    public const int LongestIdea = 20_000;
    public const double ShortestFilm = 3;
    public const double LongestFilm = 3600;
    public const int MostCopies = 12;

    /// <exception cref="MistakeException">The first rule that the brief breaks.</exception>
    public static void Check(Brief brief, KnownNames known)
    {
        if (Broken(brief, known) is { } mistake)
            throw mistake.AsException();
    }

    /// <summary>The first rule that the brief breaks, or null.</summary>
    public static Mistake? Broken(Brief brief, KnownNames known) =>
        Idea(brief)
        ?? Duration(brief.Duration)
        ?? Copies(brief.Copies)
        ?? Name("style", brief.Style, known.Styles)
        ?? Name("template", brief.Template, known.Templates)
        ?? Name("domain", brief.Domain, known.Domains.Keys)
        ?? Topic(brief, known)
        ?? Name("platform", brief.Platform, known.Platforms)
        ?? Name("language", brief.Language, known.Languages)
        ?? Name("transition", brief.Transition, known.Transitions)
        ?? Name("upscale", brief.Upscale, Upscales.All)
        ?? Name("manner", brief.Manner?.Style, known.Manners)
        ?? Within("rate", brief.Manner?.Rate, Manner.Slowest, Manner.Fastest)
        ?? Within("pitch", brief.Manner?.Pitch, -Manner.MostPitch, Manner.MostPitch)
        ?? Within("expressiveness", brief.Manner?.Expressiveness, 0, 1);

    /// <summary>The language of the film: the one asked for, else that of the pictures' prompts, else that of the idea.</summary>
    public static string LanguageOf(Brief brief)
    {
        // An image film's idea is often no more than a file's name.
        var prompts = string.Join('\n', brief.Pictures.Select(picture => picture.Prompt).OfType<string>());
        return brief.Language ?? Languages.Of(prompts.Length > 0 ? prompts : brief.Idea);
    }

    private static Mistake? Idea(Brief brief)
    {
        // Pictures and products can do without an idea; a text film cannot.
        if (brief.Workflow == Workflow.Text2Video && string.IsNullOrWhiteSpace(brief.Idea))
            return Mistake.Input("brief.idea-empty", "idea");
        return brief.Idea.Length > LongestIdea ? Mistake.Input("brief.idea-long", "idea", brief.Idea.Length, LongestIdea) : null;
    }

    private static Mistake? Duration(double seconds) =>
        seconds is >= ShortestFilm and <= LongestFilm ? null : Mistake.Input("brief.duration-range", "duration", seconds);

    private static Mistake? Copies(int copies) =>
        copies is >= 1 and <= MostCopies ? null : Mistake.Input("brief.copies-range", "copies", copies);

    private static Mistake? Within(string field, double? given, double least, double most) =>
        given is null || (given >= least && given <= most) ? null : Mistake.Input("brief.manner-range", field, field, least, most, given);

    private static Mistake? Topic(Brief brief, KnownNames known)
    {
        if (brief.Topic is null)
            return null;
        var topics = brief.Domain is { } domain && known.Domains.TryGetValue(domain, out var own) ? own : [.. known.Domains.Values.SelectMany(list => list)];
        return Name("topic", brief.Topic, topics);
    }

    private static Mistake? Name(string field, string? given, IEnumerable<string> known)
    {
        if (given is null)
            return null;
        var names = known.ToList();
        if (names.Contains(given, StringComparer.Ordinal))
            return null;
        var nearest = NearestName.To(given, names);
        return nearest is null
            ? Mistake.Input($"brief.unknown-{field}", field, given, string.Join(", ", names))
            : Mistake.Input($"brief.unknown-{field}-nearest", field, given, nearest, string.Join(", ", names));
    }
}
