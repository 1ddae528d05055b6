using Rushes.Engine.Making;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;
using Rushes.Studio.Api.Papers;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Api.Requests;

/// <summary>What a film of any workflow may be asked for with; whatever is left out is as usual.</summary>
internal abstract record FilmRequest
{
    /// <summary>Total seconds, 3 to 3,600; 32 unless the script or the pictures say otherwise.</summary>
    public double? Duration { get; init; }

    /// <summary>9:16, 16:9, 1:1, 4:5 or 21:9.</summary>
    public string? Aspect { get; init; }

    /// <summary>vi, en, ja, ko, zh, fr, de, es, ru, th or id; otherwise that of the idea.</summary>
    public string? Language { get; init; }

    public string? Style { get; init; }
    public string? Template { get; init; }
    public string? Domain { get; init; }
    public string? Topic { get; init; }

    /// <summary>tiktok, reels, shorts, youtube or facebook.</summary>
    public string? Platform { get; init; }

    public Quality? Quality { get; init; }
    public Captions? Captions { get; init; }
    public Sound? Sound { get; init; }

    /// <summary>A name of /api/v1/voices.</summary>
    public string? Voice { get; init; }

    /// <summary>How everybody speaks to whom the script gives no manner: style, rate, pitch, expressiveness.</summary>
    public Manner? Manner { get; init; }

    /// <summary>Music of the user's that was uploaded; otherwise music is made to the film's moods.</summary>
    public string? Music { get; init; }

    public string? Transition { get; init; }

    /// <summary>The slate at the top of an animatic.</summary>
    public bool? Slate { get; init; }

    /// <summary>Takes a scene, 1 to 12.</summary>
    public int? Copies { get; init; }

    /// <summary>1080p or 4k.</summary>
    public string? Upscale { get; init; }

    public string? Provider { get; init; }
    public string? Model { get; init; }

    /// <summary>builtin, or a provider of language models with or without a model.</summary>
    public string? Writer { get; init; }

    /// <summary>Ids or unique names; none: every enabled account.</summary>
    public IReadOnlyList<string>? Accounts { get; init; }

    /// <summary>Every scene starts from the last frame of the one before, where the model takes one.</summary>
    public bool? Chain { get; init; }
    public long? Seed { get; init; }

    /// <summary>The user's own script, as script.json has it; otherwise one is written.</summary>
    public ScriptPaper? Script { get; init; }

    /// <summary>Stop when the script is there.</summary>
    public bool ScriptOnly { get; init; }

    /// <summary>Most that filming may cost by its estimate, in USD; a film that would cost more is not begun.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>Seconds to wait while every account rests; 600 unless said otherwise.</summary>
    public double? WaitSeconds { get; init; }

    internal ShootingWishes Wishes => ShootRequest.WishesOf(WaitSeconds, MaxCost);

    /// <exception cref="MistakeException">The script is none.</exception>
    internal Script? OwnScript() => Script?.Read();

    /// <exception cref="MistakeException">A field is not what it should be; it is named.</exception>
    internal abstract Brief Brief(Uploads uploads);

    private protected Brief Settings(Workflow workflow, string idea, Uploads uploads)
    {
        var usual = new Brief { Workflow = workflow };
        return usual with
        {
            Idea = idea,
            Duration = Duration ?? usual.Duration,
            Aspect = Aspect is null ? usual.Aspect : Film.Scenes.Aspect.Parse(Aspect),
            Language = Language,
            Style = Style ?? usual.Style,
            Template = Template,
            Domain = Domain,
            Topic = Topic,
            Platform = Platform,
            Quality = Quality ?? usual.Quality,
            Captions = Captions ?? usual.Captions,
            Sound = Sound,
            Voice = Voice,
            Manner = Manner,
            Music = Music is null ? null : uploads.FindMusic(Music, "music"),
            Transition = Transition ?? usual.Transition,
            Slate = Slate ?? usual.Slate,
            Copies = Copies ?? usual.Copies,
            Upscale = Upscale,
            Provider = Provider,
            Model = Model,
            Writer = Writer,
            Accounts = Accounts ?? [],
            Chain = Chain ?? usual.Chain,
            Seed = Seed ?? usual.Seed,
        };
    }
}
