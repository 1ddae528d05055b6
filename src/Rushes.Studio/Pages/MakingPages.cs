using Microsoft.AspNetCore.Http;
using Rushes.Engine.Making;
using Rushes.Studio.Parts;

namespace Rushes.Studio.Pages;

/// <summary>The page that shows a work while there is nothing else to show of it.</summary>
internal static class MakingPages
{
    // What the built-in writer writes is there before anybody has read that it is being written.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public static IResult Of(FilmInHand film) => Results.Redirect(RoomLinks.Making(film));

    /// <summary>To what the work brings if that takes but a moment, else to its own page.</summary>
    public static async Task<IResult> AfterAsync(FilmInHand film, TimeProvider time)
    {
        await Task.WhenAny(film.Over, Task.Delay(Moment, time));
        return Results.Redirect(RoomLinks.After(film) ?? RoomLinks.Making(film));
    }

    /// <summary>To the list that the work adds a film to; to the work's own page where it came to nothing within a moment, which says why.</summary>
    public static async Task<IResult> ToListAsync(FilmInHand film, string list, TimeProvider time)
    {
        await Task.WhenAny(film.Over, Task.Delay(Moment, time));
        return film is { IsOver: true, Project: null } ? Of(film) : Results.Redirect(list);
    }
}
