namespace Rushes.Studio.Pages;

/// <summary>A film in a list of films to run.</summary>
/// <param name="Name">That of its project; null while it has none.</param>
/// <param name="Address">Where one sees it.</param>
/// <param name="State">A word for people.</param>
/// <param name="Waits">It has no film yet, and nobody works on it.</param>
/// <param name="Busy">Somebody works on it.</param>
public sealed record FilmRow(string? Name, string Address, string Title, string State, bool Waits, bool Busy);
