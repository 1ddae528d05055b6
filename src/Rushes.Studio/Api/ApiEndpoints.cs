using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Film;

namespace Rushes.Studio.Api;

/// <summary>The studio for programs: <c>/api/v1</c>, described by <c>/openapi/v1.json</c>.</summary>
internal static class ApiEndpoints
{
    public const string Root = "/api/v1";

    /// <summary>Bytes of a JSON request: a script of an hour fits.</summary>
    public const long LargestJson = 4 << 20;

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        var api = app.MapGroup(Root).WithMetadata(new RequestSizeLimitAttribute(LargestJson)).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapProjectsApi();
        api.MapFilmsApi();
        api.MapWorksApi();
        api.MapScriptsApi();
        api.MapVariantsApi();
        api.MapTakesApi();
        api.MapEventsApi();
        api.MapFilesApi();
        api.MapUploadsApi();
        api.MapAccountsApi();
        api.MapShelvesApi();
        api.MapDataApi();
        app.Map("/api/{**rest}", static IResult () => throw Mistake.Input("api.nothing", "path").AsException()).ExcludeFromDescription();
    }

    /// <summary>What an operation is called, and what it is for.</summary>
    public static RouteHandlerBuilder Called(this RouteHandlerBuilder route, string id, string about, string tag) => route.WithName(id).WithSummary(about).WithTags(tag);

    /// <summary>It starts or costs something.</summary>
    public static RouteHandlerBuilder Keyed(this RouteHandlerBuilder route) => route.WithMetadata(new KeyedAttribute()).ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>It is about something that may not be there.</summary>
    public static RouteHandlerBuilder MayMiss(this RouteHandlerBuilder route) => route.ProducesProblem(StatusCodes.Status404NotFound);
}
