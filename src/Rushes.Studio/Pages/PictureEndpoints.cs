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
    private const string List = "/new/images";

    public static void MapPictures(this IEndpointRouteBuilder app)
    {
        app.MapGet(List, (string? like, string? again, FormChoices choices, AskedBefore before, RoomReader rooms, FilmDesk desk) =>
        {
            var brief = before.Find(like, again);
            return new RazorComponentResult<NewImagesPage>(new
            {
                Draft = brief is null ? new FilmDraft { Idea = "", Duration = "" } : FilmDraft.Like(brief),
                Prompts = PromptText.Of(brief?.Pictures ?? []),
                Choices = choices,
                Films = Rows(rooms, desk),
                FilesAgain = brief is not null,
            });
        });
        app.MapPost("/new/images/run", (RoomReader rooms, FilmDesk desk) =>
        {
            // Each goes its own way at once; how many clips are filmed together is for the lanes to say.
            foreach (var name in Rows(rooms, desk).Where(film => film.Waits).Select(film => film.Name).OfType<string>())
            {
                try
                {
                    desk.Film(rooms.Project(name), ShootingWishes.Asking);
                }
                catch (MistakeException)
                {
                    // Another tab has begun or removed it meanwhile: the others still run.
                }
            }

            return Results.Redirect(List);
        });
        app.MapPost("/films/{name}/run", (string name, RoomReader rooms, FilmDesk desk) =>
        {
            desk.Film(rooms.Project(name), ShootingWishes.Asking);
            return Results.Redirect(RoomLinks.Of(name));
        });
        app.MapPost("/new/images/pairing", ([FromForm] IFormCollection form) => Paired(form));
        app.MapPost(List, BeginAsync).TakesFiles();
    }

    private static async Task<IResult> BeginAsync([FromForm] IFormCollection form, Uploads uploads, NewFilms films, FilmDesk desk, RoomReader rooms, FormChoices choices, TimeProvider time, CancellationToken gone)
    {
        var draft = DraftReader.Read(form);
        var named = form["duration"].ToString() is { Length: > 0 };
        try
        {
            var files = await uploads.KeepAsync(form.Files, "images", gone);
            IReadOnlyList<Picture> pictures =
                [.. Pair([.. files.Select(file => file.Name)], form["prompts"].ToString()).Select((picture, index) => picture with { Path = files[index].File })];
            var title = draft.Idea.Trim() is { Length: > 0 } idea ? idea : Path.GetFileNameWithoutExtension(files[0].Name);
            var brief = DraftReader.Brief(draft with { Idea = title }, Workflow.Image2Video) with { Pictures = pictures };
            var film = await films.BeginAsync(form, named ? brief : brief with { Duration = PicturePairing.LengthOf(pictures) }, gone);
            return NewFilms.IsScriptOnly(form) ? await MakingPages.ToListAsync(film, List, time) : MakingPages.Of(film);
        }
        catch (MistakeException wrong)
        {
            // What was typed stays in the fields.
            return new RazorComponentResult<NewImagesPage>(new
            {
                Draft = named ? draft : draft with { Duration = "" },
                Prompts = form["prompts"].ToString(),
                Choices = choices,
                Films = Rows(rooms, desk),
                FilesAgain = form.Files.Any(file => file.Length > 0),
                Wrong = Sentence.Of(wrong.Mistake),
            })
            {
                StatusCode = StatusCodes.Status400BadRequest,
            };
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

    /// <summary>The films of pictures, the newest first, and before them those that have no project yet.</summary>
    private static IReadOnlyList<FilmRow> Rows(RoomReader rooms, FilmDesk desk) =>
    [
        .. desk.Films.Where(film => film is { IsOver: false, Project: null, Brief.Workflow: Workflow.Image2Video })
            .Select(film => new FilmRow(null, RoomLinks.Making(film), film.Brief!.Idea, StateWords.Of(film.Stage), Waits: false, Busy: true)),
        .. rooms.Folders.List().Where(project => project.Brief.Workflow == Workflow.Image2Video).Select(project =>
        {
            var (hand, film) = (desk.Of(project), File.Exists(project.FilmFile));
            var busy = hand is { IsOver: false };
            var state = busy ? StateWords.Of(hand!.Stage) : Sentence.Of(film ? "studio.state-film" : "studio.state-script");
            return new FilmRow(project.Name, RoomLinks.Of(project.Name), project.Brief.Idea, state, !busy && !film, busy);
        }),
    ];
}
