using Rushes.Engine.Making;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Studio.Live;

namespace Rushes.Studio.Pages;

/// <summary>What was asked for before, to be asked for once more.</summary>
internal sealed class AskedBefore(RoomReader rooms, FilmDesk desk)
{
    /// <param name="like">The name of a film that came of it.</param>
    /// <param name="again">The id of a work that was begun with it and came to nothing.</param>
    /// <returns>Null when nothing is named, and when the work is forgotten.</returns>
    /// <exception cref="MistakeException">There is no film of that name.</exception>
    public Brief? Find(string? like, string? again) => like is not null ? rooms.Project(like).Brief : again is not null ? desk.Find(again)?.Brief : null;
}
