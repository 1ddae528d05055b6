using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Cuts;

namespace Rushes.Engine.Cutting;

/// <summary>A film to cut: all that decides how it looks and sounds. The same order gives the same film.</summary>
public sealed record CutOrder
{
    /// <summary>Absolute folder of the project. What was made once is kept in <c>.cut</c> there and not made again.</summary>
    public required string Project { get; init; }

    public required FilmForm Form { get; init; }
    public required IReadOnlyList<CutScene> Scenes { get; init; }
    public string Title { get; init; } = "";

    /// <summary>Primary subtag of the captions' and voices' language.</summary>
    public string Language { get; init; } = "en";

    public Film.Briefs.Captions Captions { get; init; } = Film.Briefs.Captions.Burn;
    public string? Platform { get; init; }

    /// <summary>One of <see cref="Film.Cuts.Transition.Names"/>.</summary>
    public string Transition { get; init; } = "cut";

    public Sound Sound { get; init; } = Sound.Mix;

    /// <summary>Absolute path of the user's music.</summary>
    public string? Music { get; init; }

    /// <summary>Beds and simple music where nothing else sounds; never with <see cref="Sound.Voices"/>.</summary>
    public bool OwnMusic { get; init; } = true;

    /// <summary>The film is made of synthetic pictures or voices and says so; false for clips of which that is not known.</summary>
    public bool Synthetic { get; init; } = true;

    /// <summary>A scene without a clip becomes a card with its number; otherwise there is no film without it.</summary>
    public bool Partial { get; init; }

    public long Seed { get; init; }

    /// <summary>The pictures to post with it, each of another scene.</summary>
    public IReadOnlyList<Cover> Covers { get; init; } = [];

    /// <summary>Absolute path of the film; <c>film.mp4</c> in the project by default.</summary>
    public string? Output { get; init; }

    /// <summary>The film alone: no subtitles files, no contact sheet.</summary>
    public bool FilmOnly { get; init; }

    internal string FilmFile => Output ?? Path.Combine(Project, "film.mp4");

    /// <exception cref="MistakeException">There is no such transition.</exception>
    internal Timeline Timeline() => Film.Cuts.Timeline.Of(
        Form.Rate,
        Film.Cuts.Transition.Parse(Transition, Form.Rate),
        Scenes.Select(scene => (scene.Scene, scene.Frames)));
}
