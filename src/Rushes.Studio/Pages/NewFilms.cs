using Microsoft.AspNetCore.Http;
using Rushes.Engine.Library;
using Rushes.Engine.Making;
using Rushes.Film;
using Rushes.Film.Briefs;

namespace Rushes.Studio.Pages;

/// <summary>Begins the films that forms ask for.</summary>
internal sealed class NewFilms(Uploads uploads, Preproduction before, Catalogue catalogue, FilmDesk desk)
{
    /// <summary>Begins a film.</summary>
    /// <exception cref="MistakeException">It cannot be begun.</exception>
    public async Task<FilmInHand> BeginAsync(IFormCollection form, Brief brief, CancellationToken cancellation)
    {
        var whole = brief with { Music = await uploads.KeepMusicAsync(form.Files, "music", cancellation) };

        // Here and not only when it is written: the form is still there to be mended.
        BriefRules.Check(whole, catalogue.Known);
        await before.CheckSoundAsync(whole, cancellation);
        return desk.Begin(whole, null, ShootingWishes.Asking, scriptOnly: IsScriptOnly(form), OncePressed.WorkOf(form));
    }

    /// <summary>The form asks for the script alone; nothing is filmed yet.</summary>
    public static bool IsScriptOnly(IFormCollection form) => form["then"] == "script";
}
