using Rushes.Engine.Making.Models;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>What a film would take, before anything is filmed.</summary>
/// <param name="Warnings">Sentences for people.</param>
public sealed record FilmPlan(Script Script, FrameSize Size, IReadOnlyList<string> Providers, IReadOnlyList<string> Warnings, CostEstimate Cost);
