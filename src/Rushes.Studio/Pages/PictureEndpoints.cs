using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Pictures;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Studio.Live;
using Rushes.Studio.Parts;

namespace Rushes.Studio.Pages;

/// <summary>Pictures become a film.</summary>
internal static class PictureEndpoints
{
    public static void MapPictures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/new/images", (FormChoices choices, RoomReader rooms, FilmDesk desk) => Page(new FilmDraft { Idea = "", Duration = "" }, choices, Rows(rooms, desk), null));
        app.MapPost("/new/images/run", (RoomReader rooms, FilmDesk desk) =>
        {
            // Each goes its own way at once; how many clips are filmed together is for the lanes to say.
            foreach (var film in Rows(rooms, desk).Where(film => film.Waits))
            {
                try
                {
                    desk.Film(rooms.Project(film.Name), ShootingWishes.Asking);
                }
                catch (MistakeException)
                {
                    // Another tab has begun or removed it meanwhile: the others still run.
                }
            }

            return Results.Redirect("/new/images");
        });
        app.MapPost("/films/{name}/run", (string name, RoomReader rooms, FilmDesk desk) =>
        {
            desk.Film(rooms.Project(name), ShootingWishes.Asking);
            return Results.Redirect(RoomLinks.Of(name));
        });
        app.MapPost("/films/{name}/remove", async (string name, RoomReader rooms, FilmDesk desk, CancellationToken gone) =>
        {
            await desk.RemoveAsync(rooms.Project(name), gone);
            return Results.Redirect("/new/images");
        });
        app.MapPost("/new/images/pairing", ([FromForm] IFormCollection form) => Paired(form));
        app.MapPost("/new/images", BeginAsync).TakesFiles();
    }

    private static async Task<IResult> BeginAsync([FromForm] IFormCollection form, Uploads uploads, NewFilms films, FilmDesk desk, RoomReader rooms, FormChoices choices, CancellationToken gone)
    {
        var draft = DraftReader.Read(form);
        try
        {
            var files = await uploads.KeepAsync(form.Files, "images", gone);
            IReadOnlyList<Picture> pictures =
                [.. Pair([.. files.Select(file => file.Name)], form["prompts"].ToString()).Select((picture, index) => picture with { Path = files[index].File })];
            var named = form["duration"].ToString() is { Length: > 0 };
            var title = draft.Idea.Trim() is { Length: > 0 } idea ? idea : Path.GetFileNameWithoutExtension(files[0].Name);
            var brief = DraftReader.Brief(draft with { Idea = title }, Workflow.Image2Video) with { Pictures = pictures };
            return await films.BeginAsync(form, named ? brief : brief with { Duration = PicturePairing.LengthOf(pictures) }, gone);
        }
        catch (MistakeException wrong)
        {
            return Page(draft, choices, Rows(rooms, desk), Sentence.Of(wrong.Mistake));
        }
    }

    /// <summary>Which prompt goes with which picture, before any picture is sent: all that is needed are their names. A mistake is an answer like any other.</summary>
    private static IResult Paired(IFormCollection form)
    {
        try
        {
            string[] names = [.. form["names"].Select(name => name ?? "")];
            string[] pairs = names.Length == 0 ? [] : [.. Pair(names, form["prompts"].ToString()).Select(picture => picture.Prompt ?? "")];
            return Results.Json(new { pairs, mistake = (string?)null });
        }
        catch (MistakeException wrong)
        {
            return Results.Json(new { pairs = Array.Empty<string>(), mistake = Sentence.Of(wrong.Mistake) });
        }
    }

    /// <summary>Prompts name pictures as the user knows them; the files have names of ours.</summary>
    private static IReadOnlyList<Picture> Pair(IReadOnlyList<string> names, string prompts)
    {
        var texts = prompts.Trim().Length == 0 ? [] : PromptFile.Read(prompts, Sentence.Of("studio.prompts"));
        return PicturePairing.Pair([.. names.Select((name, index) => FormattableString.Invariant($"/{index}/{name}"))], texts, null, byName: false);
    }

    /// <summary>The films of pictures, the newest first.</summary>
    private static IReadOnlyList<FilmRow> Rows(RoomReader rooms, FilmDesk desk) =>
    [
        .. rooms.Folders.List().Where(project => project.Brief.Workflow == Workflow.Image2Video).Select(project =>
        {
            var (hand, film) = (desk.Of(project), File.Exists(project.FilmFile));
            var busy = hand is { IsOver: false };
            var state = busy ? StateWords.Of(hand!.Stage) : Sentence.Of(film ? "studio.state-film" : "studio.state-script");
            return new FilmRow(project.Name, project.Brief.Idea, state, !busy && !film, busy);
        }),
    ];

    private static RazorComponentResult<NewImagesPage> Page(FilmDraft draft, FormChoices choices, IReadOnlyList<FilmRow> films, string? wrong) =>
        new(new { Draft = draft, Choices = choices, Films = films, Wrong = wrong }) { StatusCode = wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
}
