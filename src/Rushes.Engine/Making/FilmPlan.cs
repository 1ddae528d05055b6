using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>What a film would take, before anything is filmed.</summary>
/// <param name="EstimatedCost">US dollars; null when some price is unknown.</param>
/// <param name="Warnings">Sentences for people.</param>
public sealed record FilmPlan(
    Script Script, int Takes, FrameSize Size, IReadOnlyList<string> Providers, IReadOnlyList<string> Warnings, decimal? EstimatedCost);
