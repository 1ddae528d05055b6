using System.Text.Json;
using Rushes.Film.Cuts;

namespace Rushes.Engine.Cutting;

/// <summary>A film that is about to be printed; knows whether that very film is there already.</summary>
internal sealed class FilmPrint(CutOrder order, Timeline timeline, string sound, Subtitles subtitles)
{
    private const string Note = "film.json";

    public PrintOrder Order(string picture, CutFolder folder) => new()
    {
        Form = order.Form,
        Frames = timeline.Frames,
        Picture = picture,
        Sound = sound,
        Subtitles = order.Captions == Film.Briefs.Captions.Soft ? subtitles.Track(folder) : null,
        Language = order.Language,
        Title = order.Title,
        Comment = Provenance.Comment(order),
        SourceType = Provenance.SourceType(order),
        Chapters = order.FilmOnly ? [] : [.. order.Scenes.Zip(timeline.Scenes, (scene, place) => new Chapter(place.Start, Provenance.ChapterTitle(scene)))],
        File = order.FilmFile,
    };

    /// <summary>The film that stands there was printed from the same parts and has not been touched since.</summary>
    public async Task<bool> IsThereAsync(IReadOnlyList<(string File, int From, int Frames)> stretches, CutFolder folder, CancellationToken cancellation)
    {
        var note = folder.PathOf(Note);
        if (!File.Exists(note) || !File.Exists(order.FilmFile))
            return false;
        return await File.ReadAllTextAsync(note, cancellation) == Describe(stretches, folder);
    }

    public Task NoteAsync(IReadOnlyList<(string File, int From, int Frames)> stretches, CutFolder folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder.Root);
        return File.WriteAllTextAsync(folder.PathOf(Note), Describe(stretches, folder), cancellation);
    }

    private string Describe(IReadOnlyList<(string File, int From, int Frames)> stretches, CutFolder folder)
    {
        var film = new FileInfo(order.FilmFile);
        var parts = stretches.Select(stretch => $"{folder.Bench.DigestOf(stretch.File)} {stretch.From} {stretch.Frames}");
        var digest = Digest.Of(["film/1", JsonSerializer.Serialize(Order("", folder)), Path.GetFileName(sound), subtitles.SubRip, .. parts]);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{digest} {film.Length} {film.LastWriteTimeUtc.Ticks}");
    }
}
