using System.Collections.Concurrent;
using System.Globalization;
using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Briefs;

namespace Rushes.Cli.Agents;

/// <summary>The plans of one agent. None that costs money is begun before the user's word was passed on.</summary>
internal sealed class AgentPlans(FilmPlanner planner, FilmDesk desk)
{
    private readonly ConcurrentDictionary<string, AgentPlan> _plans = new(StringComparer.Ordinal);
    private readonly Lock _door = new();

    public async Task<AgentPlan> PlanAsync(Brief brief, CancellationToken cancellation)
    {
        var plan = new AgentPlan(FilmDesk.NewId(), brief, await planner.PlanAsync(brief, null, null, new Unwatched(), cancellation));
        return _plans[plan.Id] = plan;
    }

    /// <exception cref="MistakeException">There is no such plan.</exception>
    public AgentPlan Find(string plan) => _plans.GetValueOrDefault(plan) ?? throw Mistake.Input("agents.no-plan", "plan", plan).AsException();

    /// <param name="acceptUnknown">The user agreed although the price of some model is not known; the bound is then kept by those that are.</param>
    /// <exception cref="MistakeException">The film costs more, or nobody knows what it costs and the user did not accept that.</exception>
    public AgentPlan Confirm(string plan, decimal maxCost, bool acceptUnknown)
    {
        var found = Find(plan);
        if (found.Cost.Amount is null && !acceptUnknown)
            throw Mistake.Input("agents.unknown-price", "plan", string.Join(", ", found.Cost.Unknown)).AsException();
        if (found.Cost.OrNothing().Beyond(maxCost) is { } dear)
            throw dear.AsException();
        found.AgreedTo = maxCost;
        return found;
    }

    /// <exception cref="MistakeException">The film costs money and the user has not agreed.</exception>
    public FilmInHand Start(string plan)
    {
        var found = Find(plan);
        lock (_door)
        {
            if (found.Work is { } begun)
                return begun;
            if (found.NeedsConsent)
                throw Mistake.Input("agents.not-confirmed", "plan", Price(found)).AsException();

            // A picture film's script comes from its pictures.
            var script = found.Brief.Workflow == Workflow.Image2Video ? null : found.Plan.Script;
            return found.Work = desk.Begin(found.Brief, script, found.Wishes, scriptOnly: false);
        }
    }

    private static string Price(AgentPlan plan) => plan.Cost is { Amount: { } amount, Currency: var currency }
        ? string.Create(CultureInfo.InvariantCulture, $"{amount:0.00##} {currency}")
        : Sentence.Of("agents.price-unknown");
}
