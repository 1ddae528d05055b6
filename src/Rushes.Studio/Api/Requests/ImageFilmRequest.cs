using Rushes.Engine.Writing.Pictures;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Api.Requests;

/// <summary>Pictures become clips and a film.</summary>
internal sealed record ImageFilmRequest : FilmRequest
{
    /// <summary>What the film is called.</summary>
    public string? Title { get; init; }

    /// <summary>In the order of the film, 1 to 200.</summary>
    public required IReadOnlyList<PictureRequest> Pictures { get; init; }

    /// <summary>For the pictures that have none of their own.</summary>
    public string? Prompt { get; init; }

    internal override Brief Brief(Uploads uploads)
    {
        if (Pictures.Count == 0)
            throw Mistake.Input("script.no-pictures", "pictures").AsException();
        if (Pictures.Count > Uploads.MostFiles)
            throw Mistake.Input("studio.too-many-files", "pictures", Pictures.Count, Uploads.MostFiles).AsException();
        List<Picture> pictures = [.. Pictures.Select((picture, index) => PictureOf(picture, index, uploads))];
        var brief = Settings(Workflow.Image2Video, Title?.Trim() is { Length: > 0 } title ? title : "Pictures", uploads) with { Pictures = pictures };
        return Duration is null ? brief with { Duration = PicturePairing.LengthOf(pictures) } : brief;
    }

    private Picture PictureOf(PictureRequest picture, int index, Uploads uploads)
    {
        var field = FormattableString.Invariant($"pictures[{index}]");
        if (picture.Move is { } move && !Picture.Moves.Contains(move, StringComparer.Ordinal))
            throw Mistake.Input("studio.no-choice", field + ".move", "move", move).AsException();
        if (picture.Seconds is { } seconds && seconds is not (>= 0.5 and <= BriefRules.LongestFilm))
            throw Mistake.Input("studio.number-range", field + ".seconds", "seconds", 0.5, BriefRules.LongestFilm).AsException();
        return new Picture(uploads.Find(picture.Upload, field + ".upload"), picture.Prompt ?? Prompt, picture.Move, picture.Seconds);
    }
}
