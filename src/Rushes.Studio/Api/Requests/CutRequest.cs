using Rushes.Engine.Library;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Api.Requests;

/// <summary>How the film is assembled anew; whatever is left out stays as it was.</summary>
internal sealed record CutRequest
{
    public Captions? Captions { get; init; }
    public Sound? Sound { get; init; }
    public string? Transition { get; init; }
    public string? Platform { get; init; }

    /// <summary>The narrator's: a name of /api/v1/voices; an empty one leaves it to the program again.</summary>
    public string? Voice { get; init; }

    /// <summary>Music of the user's that was uploaded; an empty one takes away what there is.</summary>
    public string? Music { get; init; }

    /// <summary>Put a labelled card in the place of a scene without a clip.</summary>
    public bool Partial { get; init; }

    /// <summary>Most that lines may cost that are spoken anew, by their estimate, in USD.</summary>
    public decimal? MaxCost { get; init; }

    internal bool ChangesBrief => Captions is not null || Sound is not null || Transition is not null || Platform is not null || Voice is not null || Music is not null;

    /// <exception cref="MistakeException">There is no such transition, platform or upload.</exception>
    internal Brief Over(Brief brief, Catalogue catalogue, Uploads uploads)
    {
        var changed = brief with
        {
            Captions = Captions ?? brief.Captions,
            Sound = Sound ?? brief.Sound,
            Transition = Transition ?? brief.Transition,
            Platform = Platform ?? brief.Platform,
            Voice = Voice switch { null => brief.Voice, "" => null, var voice => voice },
            Music = Music switch { null => brief.Music, "" => null, var upload => uploads.FindMusic(upload, "music") },
        };
        BriefRules.Check(changed, catalogue.Known);
        return changed;
    }
}
