using Rushes.Engine.Making;
using Rushes.Engine.Making.Models;
using Rushes.Film.Briefs;

namespace Rushes.Cli.Agents;

/// <summary>A film that an agent planned.</summary>
internal sealed class AgentPlan(string id, Brief brief, FilmPlan plan)
{
    public string Id => id;

    public Brief Brief => brief;

    public FilmPlan Plan => plan;

    /// <summary>What making it costs from here on; its script is written.</summary>
    public CostEstimate Cost => plan.Cost.ToCome();

    /// <summary>Money may be spent, so that the user has to agree first.</summary>
    public bool NeedsConsent => AgreedTo is null && !Cost.IsFree;

    /// <summary>What the user agreed to spend; null: nothing was said.</summary>
    public decimal? AgreedTo { get; set; }

    /// <summary>What was begun of it; null: nothing.</summary>
    public FilmInHand? Work { get; set; }

    /// <summary>What may be spent: nothing, where nobody asked for money when the film was planned; whatever it comes to, where the user accepted an unknown price.</summary>
    public ShootingWishes Wishes => ShootingWishes.Default with { MaxCost = Cost.IsFree ? 0 : Cost.Amount is null ? null : AgreedTo };
}
