using Rushes.Film.Scripts;

namespace Rushes.Engine.Shooting.Prompts;

/// <summary>Texts in another language.</summary>
/// <param name="Texts">In the order of what was translated.</param>
/// <param name="By">Who translated and what that took; null: nobody asks for money.</param>
public sealed record Translation(IReadOnlyList<string> Texts, Authorship? By = null);
