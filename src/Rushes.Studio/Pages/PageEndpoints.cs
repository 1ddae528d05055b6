using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Takes;
using Rushes.Studio.Guard;
using Rushes.Studio.Live;
using Rushes.Studio.Parts;

namespace Rushes.Studio.Pages;

/// <summary>Which address shows which page, and what its forms do.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", WallAsync);
        app.MapGet("/new/text", (string? like, string? again, FormChoices choices, AskedBefore before) =>
        {
            var brief = before.Find(like, again);
            return new RazorComponentResult<NewTextPage>(new { Draft = brief is null ? new FilmDraft() : FilmDraft.Like(brief), Choices = choices, FilesAgain = brief?.Music is not null });
        });
        app.MapPost("/new/text", BeginTextAsync).TakesFiles();
        app.MapGet("/making/{id}", IResult (string id, FilmDesk desk) => desk.Find(id) switch
        {
            { } film when RoomLinks.After(film) is { } room => Results.Redirect(room),
            { } film => new RazorComponentResult<MakingPage>(new { Film = film }),
            null => Results.Redirect("/"),
        });
        app.MapGet("/films/{name}", async (string name, RoomReader rooms, TimeProvider time, CancellationToken gone) =>
            new RazorComponentResult<RoomPage>(new { Room = await rooms.ReadAsync(name, gone), Now = time.GetUtcNow() }));
        app.MapGet("/films/{name}/brief", async (string name, RoomReader rooms, FormChoices choices, CancellationToken gone) =>
            new RazorComponentResult<BriefPage>(new { Room = await rooms.LookAsync(name, gone), Choices = choices }));
        app.MapPost("/works/{id}/answers/{question:int}/yes", (string id, int question, HttpRequest request, FilmDesk desk) => Answer(id, question, true, request, desk));
        app.MapPost("/works/{id}/answers/{question:int}/no", (string id, int question, HttpRequest request, FilmDesk desk) => Answer(id, question, false, request, desk));
        app.MapPost("/films/{name}/film", async (string name, RoomReader rooms, FilmDesk desk, CancellationToken gone) =>
        {
            var room = await rooms.ReadAsync(name, gone);

            // What was paused was agreed to when it was begun.
            return Back(name, room.Run is { State: RunState.Paused } paused
                ? desk.Resume(room.Project, paused.Id, ShootingWishes.Asking)
                : desk.Film(room.Project, ShootingWishes.Asking));
        });
        app.MapPost("/films/{name}/retry", async (string name, [FromForm] IFormCollection form, RoomReader rooms, FilmDesk desk, CancellationToken gone) =>
        {
            var room = await rooms.ReadAsync(name, gone);
            return Back(name, desk.Retry(room.Project, new RetryRequest(room.Run?.Id, Account: AccountChoice.Of(form)), ShootingWishes.Asking));
        });
        app.MapPost("/films/{name}/stop", async (string name, RoomReader rooms, FilmDesk desk, CancellationToken gone) =>
        {
            await desk.StopAsync(rooms.Project(name), cancelRun: false, gone);
            return Back(name, null);
        });
        app.MapPost("/films/{name}/cancel", async (string name, RoomReader rooms, FilmDesk desk, CancellationToken gone) =>
        {
            await desk.StopAsync(rooms.Project(name), cancelRun: true, gone);
            return Back(name, null);
        });
        app.MapPost("/films/{name}/remove", async (string name, [FromForm] string? back, RoomReader rooms, FilmDesk desk, CancellationToken gone) =>
        {
            await desk.RemoveAsync(rooms.Project(name), gone);
            return Results.LocalRedirect(Local.Path(back));
        });
        app.MapPost("/language", SwitchLanguage);
        app.MapScripts();
        app.MapVariants();
        app.MapTakes();
        app.MapCuts();
        app.MapShelves();
        app.MapLibrary();
        app.MapAccounts();
        app.MapPictures();
        app.MapSales();
    }

    private static async Task<IResult> WallAsync(RoomReader rooms, IStudioStore books, FilmDesk desk, VideoProviders providers, CancellationToken gone)
    {
        var runs = (await books.RunsAsync(gone)).GroupBy(run => run.Project, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var cards = rooms.Folders.List().Select(project =>
        {
            var name = Uri.EscapeDataString(project.Name);
            var run = runs.GetValueOrDefault(project.Folder);
            var state = desk.Of(project) is { IsOver: false } hand ? Parts.StateWords.Of(hand.Stage)
                : File.Exists(project.FilmFile) ? Sentence.Of("studio.state-film")
                : run is null ? Sentence.Of("studio.state-script")
                : Sentence.Of("studio.ready-of", run.Count(TakeState.Ready), run.Takes.Values.Sum());
            return new ProjectsPage.PosterCard(TitleOf(project.Brief), "/films/" + name, run?.Count(TakeState.Ready) > 0 ? $"/media/{name}/poster.jpg" : null, state);
        });
        // Nobody finds a film again that has no project yet, unless it hangs here too.
        var begun = desk.Films.Where(film => film is { IsOver: false, Project: null, Brief: not null })
            .Select(film => new ProjectsPage.PosterCard(TitleOf(film.Brief!), RoomLinks.Making(film), null, Parts.StateWords.Of(film.Stage)));
        var alone = !(await books.AccountsAsync(gone)).Any(sheet => sheet.Account is { Enabled: true, Provider: not Casting.Fallback } && providers.Find(sheet.Account.Provider) is not null);
        return new RazorComponentResult<ProjectsPage>(new { Cards = (IReadOnlyList<ProjectsPage.PosterCard>)[.. begun, .. cards], Alone = alone });
    }

    private static async Task<IResult> BeginTextAsync([FromForm] IFormCollection form, NewFilms films, FormChoices choices, CancellationToken gone)
    {
        var draft = DraftReader.Read(form);
        try
        {
            return MakingPages.Of(await films.BeginAsync(form, DraftReader.Brief(draft, Workflow.Text2Video), gone));
        }
        catch (MistakeException wrong)
        {
            // What was typed stays in the fields.
            return new RazorComponentResult<NewTextPage>(new { Draft = draft, Choices = choices, FilesAgain = form.Files.Any(file => file.Length > 0), Wrong = Sentence.Of(wrong.Mistake) }) { StatusCode = StatusCodes.Status400BadRequest };
        }
    }

    /// <summary>The user's word on what a film costs.</summary>
    private static IResult Answer(string id, int question, bool yes, HttpRequest request, FilmDesk desk)
    {
        var film = desk.Find(id);
        film?.Answer(question, yes);
        if (!request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase))
            return Results.Redirect("/making/" + Uri.EscapeDataString(id));
        return film?.Project is { } project ? Back(project.Name, film) : Results.NoContent();
    }

    private static IResult SwitchLanguage([FromForm] string language, [FromForm] string? back, HttpContext context)
    {
        if (UserLanguages.IsKnown(language))
        {
            context.Response.Cookies.Append(
                UserLanguages.Cookie, language, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Strict, HttpOnly = true, IsEssential = true });
        }

        return Results.LocalRedirect(Local.Path(back));
    }

    private static IResult Back(string name, FilmInHand? film) => Results.Json(new { room = RoomLinks.Of(name), film = film?.Id });

    private static string TitleOf(Brief brief) => brief.Idea.Length <= 80 ? brief.Idea : brief.Idea[..79] + "…";
}
