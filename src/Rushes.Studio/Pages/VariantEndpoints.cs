using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Library;
using Rushes.Engine.Making;
using Rushes.Engine.Writing.Variants;
using Rushes.Film;
using Rushes.Film.Scripts;
using Rushes.Studio.Live;
using Rushes.Studio.Parts;

namespace Rushes.Studio.Pages;

/// <summary>Scripts of one film side by side: have some written, take one, or scenes from several, and note what they earned.</summary>
internal static class VariantEndpoints
{
    public static void MapVariants(this IEndpointRouteBuilder app)
    {
        var variants = app.MapGroup("/films/{name}/variants");
        variants.MapGet("", async (string name, RoomReader rooms, VariantDesk desk, Catalogue catalogue, CancellationToken gone) =>
        {
            var room = await rooms.LookAsync(name, gone);
            var templates = catalogue.Templates.ToDictionary(template => template.Id, template => template.Value.Name.ToString(), StringComparer.Ordinal);
            return new RazorComponentResult<VariantsPage>(new { Room = room, Variants = desk.Of(room.Project), Templates = templates });
        });
        variants.MapPost("", (string name, [FromForm] IFormCollection form, RoomReader rooms, VariantDesk desk, TimeProvider time) =>
            MakingPages.AfterAsync(desk.Write(rooms.Project(name), Number(form, "count") ?? 0, ShootingWishes.Asking), time));
        variants.MapPost("/mix", async (string name, [FromForm] IFormCollection form, RoomReader rooms, VariantDesk desk, CancellationToken gone) =>
        {
            await desk.TakeAsync(rooms.Project(name), Taken(form), gone);
            return ToScript(name);
        });
        variants.MapPost("/{number:int}/take", async (string name, int number, RoomReader rooms, VariantDesk desk, CancellationToken gone) =>
        {
            await desk.TakeAsync(rooms.Project(name), number, gone);
            return ToScript(name);
        });
        variants.MapPost("/{number:int}/results", async (string name, int number, [FromForm] IFormCollection form, RoomReader rooms, VariantDesk desk, CancellationToken gone) =>
        {
            await desk.NoteAsync(rooms.Project(name), number, new Earned(Whole(form, "views"), Percent(form, "retention") / 100, Whole(form, "sales")), gone);
            return Results.Redirect(RoomLinks.Of(name) + "/variants");
        });
        variants.MapPost("/{number:int}/remove", (string name, int number, RoomReader rooms, VariantDesk desk) =>
        {
            desk.Remove(rooms.Project(name), number);
            return Results.Redirect(RoomLinks.Of(name) + "/variants");
        });
    }

    private static IResult ToScript(string name) => Results.Redirect(RoomLinks.Of(name) + "/script");

    /// <summary>Scenes that are left out have no number of a variant.</summary>
    private static IReadOnlyList<VariantScene> Taken(IFormCollection form) =>
    [
        .. Enumerable.Range(1, ScriptJson.MostScenes)
            .TakeWhile(scene => form.ContainsKey(Name(scene)))
            .Select(scene => Number(form, Name(scene)) is { } variant ? new VariantScene(variant, scene) : null)
            .OfType<VariantScene>(),
    ];

    private static string Name(int scene) => SceneChoice.Field + scene.ToString(CultureInfo.InvariantCulture);

    private static int? Number(IFormCollection form, string field) => (int?)Whole(form, field, int.MaxValue);

    /// <exception cref="MistakeException">What stands in the field is no whole number of 0 or more.</exception>
    private static long? Whole(IFormCollection form, string field, long most = long.MaxValue) => form[field].ToString().Trim() is not { Length: > 0 } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number
        : throw Mistake.Input("studio.number-range", field, field, 0, most).AsException();

    private static double? Percent(IFormCollection form, string field) => form[field].ToString().Trim() is not { Length: > 0 } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 100 ? number
        : throw Mistake.Input("studio.number-range", field, field, 0, 100).AsException();
}
