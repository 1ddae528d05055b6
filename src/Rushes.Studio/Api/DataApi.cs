using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Studio.Api.Answers;
using Rushes.Studio.Api.Requests;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Api;

/// <summary>The data files that films are made by: read, changed, copied, and given back to what is built in.</summary>
internal static class DataApi
{
    private const string Tag = "library";

    public static void MapDataApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/data", (DataDesk desk) => TypedResults.Ok<IReadOnlyList<DataShelfSheet>>([.. desk.List().Select(DataShelfSheet.Of)]))
            .Called("listData", "The data files that may be changed, by shelf", Tag);
        var file = api.MapGroup("/data" + DataAddress.Route);
        file.MapGet("", (string shelf, string id, DataDesk desk) => TypedResults.Ok(DataSheet.Of(desk.Read(shelf, DataAddress.IdOf(id)))))
            .Called("readData", "A data file: the user's own where there is one, else the built-in one", Tag).MayMiss();
        file.MapPut("", (string shelf, string id, DataRequest request, DataDesk desk) => TypedResults.Ok(DataSheet.Of(desk.Save(shelf, DataAddress.IdOf(id), request.Text))))
            .Called("saveData", "Save the user's own file, in place of a built-in one or under a name of its own; what could not be read is refused", Tag)
            .MayMiss().ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        file.MapDelete("", (string shelf, string id, DataDesk desk) =>
        {
            desk.Remove(shelf, DataAddress.IdOf(id));
            return TypedResults.NoContent();
        }).Called("removeData", "Remove the user's own file: the built-in one of its name counts again", Tag).MayMiss();
    }
}
