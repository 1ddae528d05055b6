using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Books;

/// <summary>Why an account does not film for a while.</summary>
/// <param name="Model">Only with this model; null: with none.</param>
/// <param name="Until">Null: until the user does something about it.</param>
/// <param name="Strikes">How often in a row it was throttled.</param>
public sealed record Rest(string? Model, DateTimeOffset? Until, Trouble Trouble, int Strikes)
{
    public bool Concerns(string? model) => Model is null || Model == model;

    public bool Lasts(DateTimeOffset now) => Until is null || Until > now;
}
