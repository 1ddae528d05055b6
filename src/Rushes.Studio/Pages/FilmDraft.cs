using System.Globalization;
using Rushes.Film.Briefs;

namespace Rushes.Studio.Pages;

/// <summary>What stands in the fields of a new film, as typed. Empty means that the user leaves it open.</summary>
public sealed record FilmDraft
{
    public string Idea { get; init; } = "";
    public string Duration { get; init; } = "32";
    public string? Aspect { get; init; } = "9:16";
    public string? Language { get; init; }
    public string? Style { get; init; } = "cinematic";
    public string? Template { get; init; }

    /// <summary>A domain, or a domain and topic as <c>domain/topic</c>.</summary>
    public string? Topic { get; init; }

    public string? Platform { get; init; }
    public string? Quality { get; init; } = "full";
    public string? Captions { get; init; } = "burn";
    public string? Transition { get; init; } = "cut";
    public string? Provider { get; init; }
    public string? Writer { get; init; }
    public string? Model { get; init; }
    public string? Upscale { get; init; }
    public bool Chain { get; init; }

    /// <summary>The narrator's.</summary>
    public string? Voice { get; init; }

    /// <summary>A style of speaking.</summary>
    public string? Manner { get; init; }

    public string? Rate { get; init; }
    public string? Pitch { get; init; }
    public string? Expressiveness { get; init; }
    public string Copies { get; init; } = "1";
    public string Seed { get; init; } = "0";

    /// <summary>What was asked for once, to ask for something like it.</summary>
    public static FilmDraft Like(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return new()
        {
            Idea = brief.Idea,
            Duration = Number(brief.Duration)!,
            Aspect = brief.Aspect.ToString(),
            Language = brief.Language,
            Style = brief.Style,
            Template = brief.Template,
            Topic = brief is { Domain: { } domain, Topic: { } topic } ? $"{domain}/{topic}" : brief.Domain,
            Platform = brief.Platform,
            Quality = brief.Quality.ToString().ToLowerInvariant(),
            Captions = brief.Captions.ToString().ToLowerInvariant(),
            Transition = brief.Transition,
            Provider = brief.Provider,
            Writer = brief.Writer,
            Model = brief.Model,
            Upscale = brief.Upscale,
            Chain = brief.Chain,
            Voice = brief.Voice,
            Manner = brief.Manner?.Style,
            Rate = Number(brief.Manner?.Rate),
            Pitch = Number(brief.Manner?.Pitch),
            Expressiveness = Number(brief.Manner?.Expressiveness),
            Copies = brief.Copies.ToString(CultureInfo.InvariantCulture),
            Seed = brief.Seed.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string? Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture);
}
