using Rushes.Engine.Making;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Cli.Commands;

/// <summary>A film as it was asked for on the command line.</summary>
/// <param name="Script">The user's own; null has one written.</param>
/// <param name="Place">Folder that the user named; null makes one.</param>
internal sealed record FilmWish(Brief Brief, Script? Script, string? Place, ShootingWishes Wishes, bool DryRun);
