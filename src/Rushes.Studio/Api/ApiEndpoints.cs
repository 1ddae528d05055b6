using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Projects;

namespace Rushes.Studio.Api;

/// <summary>The same as the pages, for programs.</summary>
internal static class ApiEndpoints
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapGet("/projects", (IProjectFolders folders) => TypedResults.Ok(folders.List().Select(project => new { project.Name, project.Created, Film = File.Exists(project.FilmFile) })));
    }
}
