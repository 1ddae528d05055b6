using Rushes.Engine.Library;

namespace Rushes.Engine.Writing;

/// <summary>What a script would take that a language model is to write: an estimate.</summary>
/// <param name="Seconds">Of its scenes, which are settled before the model is asked.</param>
/// <param name="Shown">Characters that usually tell what a scene shows.</param>
public sealed record WritingForecast(IReadOnlyList<double> Seconds, int Shown, CostShare Cost);
