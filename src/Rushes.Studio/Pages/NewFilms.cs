using Microsoft.AspNetCore.Http;
using Rushes.Engine.Making;
using Rushes.Film;
using Rushes.Film.Briefs;

namespace Rushes.Studio.Pages;

/// <summary>Begins the films that forms ask for.</summary>
internal sealed class NewFilms(Uploads uploads, Preproduction before, FilmDesk desk)
{
    /// <summary>Begins a film and leads to where it is watched.</summary>
    /// <exception cref="MistakeException">It cannot be begun.</exception>
    public async Task<IResult> BeginAsync(IFormCollection form, Brief brief, CancellationToken cancellation)
    {
        var whole = brief with { Music = await uploads.KeepMusicAsync(form.Files, "music", cancellation) };
        await before.CheckSoundAsync(whole, cancellation);
        return Results.Redirect("/making/" + desk.Begin(whole, null, ShootingWishes.Asking, scriptOnly: form["then"] == "script", OncePressed.WorkOf(form)).Id);
    }
}
