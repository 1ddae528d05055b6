using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Shooting.Books;
using Rushes.Film.Takes;
using Rushes.Studio.Live;

namespace Rushes.Studio.Pages;

/// <summary>Pictures and films of projects. Addresses name things; which file that is, the books and folders say.</summary>
internal static class MediaEndpoints
{
    public static void MapMedia(this IEndpointRouteBuilder app)
    {
        var media = app.MapGroup("/media/{name}");
        media.MapGet("/film.mp4", (string name, bool? download, RoomReader rooms) =>
        {
            var project = rooms.Project(name);
            return Of(project.FilmFile, "video/mp4", download == true ? project.Name + ".mp4" : null);
        });
        media.MapGet("/script.fountain", (string name, RoomReader rooms) => Of(rooms.Project(name).ScreenplayFile, "text/plain; charset=utf-8", name + ".fountain"));
        media.MapGet("/storyboard.png", (string name, RoomReader rooms) => Of(Path.Combine(rooms.Project(name).Folder, "storyboard.png"), "image/png"));
        media.MapGet("/thumbnail.png", (string name, RoomReader rooms) => Of(Path.Combine(rooms.Project(name).Folder, "thumbnail.png"), "image/png"));
        media.MapGet("/subtitles.vtt", (string name, RoomReader rooms) => Of(Path.Combine(rooms.Project(name).Folder, "subtitles.vtt"), "text/vtt"));
        media.MapGet("/subtitles.srt", (string name, RoomReader rooms) => Of(Path.Combine(rooms.Project(name).Folder, "subtitles.srt"), "application/x-subrip", name + ".srt"));
        media.MapGet("/takes/{scene:int}/{take:int}.mp4", async (string name, int scene, int take, RoomReader rooms, IStudioStore books, CancellationToken gone) =>
            Of(await ClipAsync(rooms, books, name, scene, take, gone), "video/mp4"));
        media.MapGet("/takes/{scene:int}/{take:int}.jpg", async (string name, int scene, int take, RoomReader rooms, IStudioStore books, Posters posters, CancellationToken gone) =>
            Of(await ClipAsync(rooms, books, name, scene, take, gone) is { } clip ? await posters.OfAsync(clip, gone) : null, "image/jpeg"));
    }

    private static async Task<string?> ClipAsync(RoomReader rooms, IStudioStore books, string name, int scene, int take, CancellationToken gone)
    {
        var project = rooms.Project(name);
        return (await books.TakesOfProjectAsync(project.Folder, gone))
            .FirstOrDefault(sheet => sheet.Scene == scene && sheet.Take == take && sheet.State == TakeState.Ready)?.Clip?.Path;
    }

    private static IResult Of(string? file, string type, string? download = null)
    {
        if (file is null || !File.Exists(file))
            return TypedResults.NotFound();
        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero);
        var tag = new Microsoft.Net.Http.Headers.EntityTagHeaderValue(FormattableString.Invariant($"\"{written.Ticks:x}\""));
        return TypedResults.PhysicalFile(file, type, download, written, tag, enableRangeProcessing: true);
    }
}
