using Rushes.Film.Scripts;

namespace Rushes.Engine.Shooting.Prompts;

/// <summary>Orders with what each provider is told.</summary>
/// <param name="TranslatedBy">Who translated for models of few languages, and what that took; null: nothing was translated for money.</param>
public sealed record WordedOrders(IReadOnlyList<ShotOrder> Orders, Authorship? TranslatedBy = null);
