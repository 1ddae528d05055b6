using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Film.Takes;
using Rushes.Studio.Live;

namespace Rushes.Studio.Pages;

/// <summary>Pictures and films of projects. Addresses name things; which file that is, the books and folders say.</summary>
internal static class MediaEndpoints
{
    /// <summary>What of a project's folder may be had, its kind, and whether a browser saves it rather than shows it.</summary>
    private static readonly Dictionary<string, (string Type, bool Saved)> Files = new(StringComparer.Ordinal)
    {
        ["film.mp4"] = ("video/mp4", false),
        ["script.fountain"] = ("text/plain; charset=utf-8", true),
        ["storyboard.png"] = ("image/png", false),
        ["thumbnail.png"] = ("image/png", false),
        ["thumbnail-2.png"] = ("image/png", false),
        ["thumbnail-3.png"] = ("image/png", false),
        ["posts.md"] = ("text/markdown; charset=utf-8", true),
        ["subtitles.vtt"] = ("text/vtt", false),
        ["subtitles.srt"] = ("application/x-subrip", true),
    };

    /// <summary>Where a voice is heard; its name comes as <c>name</c>.</summary>
    public const string VoiceAddress = "/voices/sample.wav";

    public static void MapMedia(this IEndpointRouteBuilder app)
    {
        app.MapGet(VoiceAddress, async (string name, VoiceBooth booth, CancellationToken gone) => Of(await booth.HearAsync(name, gone), "audio/wav") ?? TypedResults.NotFound());
        var media = app.MapGroup("/media/{name}");
        media.MapGet("/{file}", (string name, string file, bool? download, RoomReader rooms) => File(rooms.Project(name), file, download == true) ?? TypedResults.NotFound());
        media.MapGet("/images/{number:int}", (string name, int number, RoomReader rooms) => Still([.. rooms.Project(name).Brief.Pictures.Select(picture => picture.Path)], number));
        media.MapGet("/product/{number:int}", (string name, int number, RoomReader rooms) => Still(rooms.Project(name).Brief.Product?.Images ?? [], number));
        media.MapGet("/poster.jpg", async (string name, RoomReader rooms, IStudioStore books, Posters posters, CancellationToken gone) =>
            Of(await FirstClipAsync(rooms, books, name, gone) is { } clip ? await posters.OfAsync(clip, gone) : null, "image/jpeg") ?? TypedResults.NotFound());
        media.MapGet("/takes/{scene:int}/{take:int}.mp4", async (string name, int scene, int take, RoomReader rooms, IStudioStore books, CancellationToken gone) =>
            Of(await ClipAsync(rooms, books, name, scene, take, gone), "video/mp4") ?? TypedResults.NotFound());
        media.MapGet("/takes/{scene:int}/{take:int}.jpg", async (string name, int scene, int take, RoomReader rooms, IStudioStore books, Posters posters, CancellationToken gone) =>
            Of(await ClipAsync(rooms, books, name, scene, take, gone) is { } clip ? await posters.OfAsync(clip, gone) : null, "image/jpeg") ?? TypedResults.NotFound());
    }

    /// <param name="number">Counted from 1.</param>
    private static IResult Still(IReadOnlyList<string> pictures, int number) =>
        (number >= 1 && number <= pictures.Count && UploadKind.Kept(pictures[number - 1]) is { IsMusic: false } kind ? Of(pictures[number - 1], kind.MediaType) : null)
        ?? TypedResults.NotFound();

    /// <returns>Null when the project has no such file.</returns>
    public static IResult? File(Project project, string file, bool download) => Files.TryGetValue(file, out var kind)
        ? Of(Path.Combine(project.Folder, file), kind.Type, download || kind.Saved ? project.Name + Path.GetExtension(file) : null)
        : null;

    public static async Task<string?> ClipAsync(RoomReader rooms, IStudioStore books, string name, int scene, int take, CancellationToken gone) =>
        (await books.TakesOfSceneAsync(rooms.Project(name).Folder, scene, gone))
            .FirstOrDefault(sheet => sheet.Take == take && sheet.State == TakeState.Ready)?.Clip?.Path;

    /// <summary>What stands for the whole film on the wall: the first scene that is filmed.</summary>
    private static async Task<string?> FirstClipAsync(RoomReader rooms, IStudioStore books, string name, CancellationToken gone) =>
        (await books.TakesOfProjectAsync(rooms.Project(name).Folder, gone))
            .Where(sheet => sheet.State == TakeState.Ready)
            .OrderBy(sheet => (sheet.Scene == FiledTake.NoScene, sheet.Scene, sheet.Take))
            .FirstOrDefault()?.Clip?.Path;

    /// <returns>Null when there is no such file.</returns>
    public static IResult? Of(string? file, string type, string? download = null)
    {
        if (file is null || !System.IO.File.Exists(file))
            return null;
        var written = new DateTimeOffset(System.IO.File.GetLastWriteTimeUtc(file), TimeSpan.Zero);
        var tag = new Microsoft.Net.Http.Headers.EntityTagHeaderValue(FormattableString.Invariant($"\"{written.Ticks:x}\""));
        return TypedResults.PhysicalFile(file, type, download, written, tag, enableRangeProcessing: true);
    }
}
