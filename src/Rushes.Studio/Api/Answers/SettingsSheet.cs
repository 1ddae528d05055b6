using Rushes.Film.Briefs;

namespace Rushes.Studio.Api.Answers;

/// <summary>The settings of a film; null: left open.</summary>
internal sealed record SettingsSheet(
    double Duration,
    string Aspect,
    string? Language,
    string Style,
    string? Template,
    string? Domain,
    string? Topic,
    string? Platform,
    Quality Quality,
    Captions Captions,
    Sound? Sound,
    string? Voice,
    string Transition,
    int Copies,
    string? Upscale,
    string? Provider,
    string? Model,
    string? Writer,
    IReadOnlyList<string> Accounts,
    long Seed)
{
    public static SettingsSheet Of(Brief brief) => new(
        brief.Duration,
        brief.Aspect.ToString(),
        brief.Language,
        brief.Style,
        brief.Template,
        brief.Domain,
        brief.Topic,
        brief.Platform,
        brief.Quality,
        brief.Captions,
        brief.Sound,
        brief.Voice,
        brief.Transition,
        brief.Copies,
        brief.Upscale,
        brief.Provider,
        brief.Model,
        brief.Writer,
        brief.Accounts,
        brief.Seed);
}
