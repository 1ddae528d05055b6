using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Shooting.Books;
using Rushes.Film;
using Rushes.Studio.Live;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Api;

/// <summary>The film, its clips and what goes with them, to download.</summary>
internal static class FilesApi
{
    private const string Tag = "files";

    public static void MapFilesApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/projects/{project}/files/{file}", (string project, string file, RoomReader rooms) =>
                MediaEndpoints.File(rooms.Project(project), file, download: true) ?? throw NoFile(file))
            .Called("downloadFile", "film.mp4, script.fountain, subtitles.srt, subtitles.vtt, storyboard.png, thumbnail.png (of a sales film also thumbnail-2.png and thumbnail-3.png) or posts.md", Tag)
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream", "video/mp4", "image/png", "text/plain", "text/markdown").MayMiss();
        api.MapGet("/projects/{project}/scenes/{scene:int}/takes/{take:int}/clip.mp4", async (
                string project, int scene, int take, RoomReader rooms, IStudioStore books, CancellationToken gone) =>
                MediaEndpoints.Of(await MediaEndpoints.ClipAsync(rooms, books, project, scene, take, gone), "video/mp4") ?? throw NoFile("clip.mp4"))
            .Called("downloadClip", "The clip of a take", Tag).Produces<Stream>(StatusCodes.Status200OK, "video/mp4").MayMiss();
    }

    private static MistakeException NoFile(string file) => Mistake.Input("api.no-file", "file", file).AsException();
}
