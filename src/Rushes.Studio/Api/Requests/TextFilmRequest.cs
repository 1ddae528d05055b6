using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Api.Requests;

/// <summary>An idea, or a script, becomes a film.</summary>
internal sealed record TextFilmRequest : FilmRequest
{
    /// <summary>1 to 20,000 characters; may be missing where a script comes along.</summary>
    public string? Idea { get; init; }

    internal override Brief Brief(Uploads uploads)
    {
        var script = OwnScript();
        var brief = Settings(Workflow.Text2Video, (string.IsNullOrWhiteSpace(Idea) ? script?.Title : Idea)?.Trim() ?? "", uploads);

        // The script knows its own length and language.
        return script is null ? brief : brief with
        {
            Duration = Duration ?? Math.Clamp(script.Duration, BriefRules.ShortestFilm, BriefRules.LongestFilm),
            Language = Language ?? script.Language,
        };
    }
}
