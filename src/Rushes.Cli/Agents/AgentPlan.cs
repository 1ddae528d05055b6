using Rushes.Engine.Making;
using Rushes.Film.Briefs;

namespace Rushes.Cli.Agents;

/// <summary>A film that an agent planned.</summary>
/// <param name="speakers">Accounts that speak its lines for money.</param>
internal sealed class AgentPlan(string id, Brief brief, FilmPlan plan, IReadOnlyList<string> speakers)
{
    public string Id => id;

    public Brief Brief => brief;

    public FilmPlan Plan => plan;

    public IReadOnlyList<string> Speakers => speakers;

    /// <summary>Money may be spent, so that the user has to agree first.</summary>
    public bool NeedsConsent => AgreedTo is null && (!plan.Cost.IsFree || speakers.Count > 0);

    /// <summary>What the user agreed to spend; null: nothing was said.</summary>
    public decimal? AgreedTo { get; set; }

    /// <summary>What was begun of it; null: nothing.</summary>
    public FilmInHand? Work { get; set; }

    /// <summary>What may be spent: nothing, where nobody asked for money when the film was planned.</summary>
    public ShootingWishes Wishes => ShootingWishes.Default with { MaxCost = plan.Cost.IsFree ? 0 : AgreedTo };
}
