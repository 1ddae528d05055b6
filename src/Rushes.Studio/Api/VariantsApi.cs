using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Film;
using Rushes.Studio.Api.Answers;
using Rushes.Studio.Api.Requests;
using Rushes.Studio.Live;

namespace Rushes.Studio.Api;

/// <summary>Other scripts of a film: written, compared, taken whole or scene by scene.</summary>
internal static class VariantsApi
{
    private const string Tag = "script";

    public static void MapVariantsApi(this IEndpointRouteBuilder api)
    {
        var variants = api.MapGroup("/projects/{project}/script/variants");
        variants.MapGet("", (string project, RoomReader rooms, VariantDesk desk) =>
                TypedResults.Ok<IReadOnlyList<VariantSheet>>([.. desk.Of(rooms.Project(project)).Select(VariantSheet.Of)]))
            .Called("listVariants", "The film's script and the variants of it, each with its score", Tag).MayMiss();
        variants.MapPost("", (string project, VariantsRequest request, HttpContext context, RoomReader rooms, VariantDesk desk, CommissionDesk commissions) =>
            {
                var (found, wishes) = (rooms.Project(project), request.Wishes);
                return commissions.BeginAsync(context, request, found, id => desk.Write(found, request.Count, wishes, id));
            })
            .Called("writeVariants", "Have further variants of the script written", Tag).MayMiss().Keyed();
        variants.MapPost("/choice", async (string project, VariantChoiceRequest request, RoomReader rooms, VariantDesk desk, ScriptReview review, CancellationToken gone) =>
            {
                var found = rooms.Project(project);
                var taken = request switch
                {
                    { Variant: { } whole, Scenes: null } => await desk.TakeAsync(found, whole, gone),
                    { Variant: null, Scenes: { } scenes } => await desk.TakeAsync(found, scenes, gone),
                    _ => throw Mistake.Input("api.variant-or-scenes", "variant").AsException(),
                };
                return TypedResults.Ok(await ScriptSheet.OfAsync(taken, found.Brief, review, gone));
            })
            .Called("takeVariant", "Make a variant, or scenes of several, the film's script; the one before is kept as a variant", Tag)
            .MayMiss().ProducesProblem(StatusCodes.Status409Conflict);
        variants.MapPatch("/{variant:int}/results", async (string project, int variant, ResultsRequest request, RoomReader rooms, VariantDesk desk, CancellationToken gone) =>
            {
                var found = rooms.Project(project);
                await desk.NoteAsync(found, variant, request.Earned, gone);
                return TypedResults.NoContent();
            })
            .Called("noteResults", "Note what a variant really earned", Tag).MayMiss().ProducesProblem(StatusCodes.Status409Conflict);
        variants.MapDelete("/{variant:int}", (string project, int variant, RoomReader rooms, VariantDesk desk) =>
            {
                desk.Remove(rooms.Project(project), variant);
                return TypedResults.NoContent();
            })
            .Called("removeVariant", "Remove a variant", Tag).MayMiss();
    }
}
