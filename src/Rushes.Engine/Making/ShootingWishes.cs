using Rushes.Engine.Making.Models;
using Rushes.Film;

namespace Rushes.Engine.Making;

/// <summary>How the user wants a run to be shot.</summary>
/// <param name="Wait">How long to wait when every account rests.</param>
/// <param name="MaxCost">Most that the run may cost by its estimate; null is no bound.</param>
/// <param name="Consent">Asks the user about a cost; null: the answer is yes.</param>
public sealed record ShootingWishes(TimeSpan Wait, decimal? MaxCost = null, Func<CostEstimate, bool>? Consent = null)
{
    public static TimeSpan DefaultWait { get; } = TimeSpan.FromMinutes(10);

    public static ShootingWishes Default { get; } = new(DefaultWait);

    /// <summary>The same wishes once the user has agreed to a cost: nobody is asked twice.</summary>
    public ShootingWishes Agreed => this with { MaxCost = null, Consent = null };

    /// <summary>Somebody set a bound or wants to be asked; otherwise no price has to be reckoned.</summary>
    public bool HasLimits => MaxCost is not null || Consent is not null;

    /// <summary>Looks whether the money may be spent, and asks where somebody can be asked.</summary>
    /// <exception cref="MistakeException">It is more than the user's bound, which is not asked about.</exception>
    /// <exception cref="DeclinedException">The user said no.</exception>
    public void Agree(CostEstimate cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        if (cost.Beyond(MaxCost) is { } mistake)
            throw mistake.AsException();
        if (!cost.IsFree && Consent?.Invoke(cost) == false)
            throw new DeclinedException();
    }
}
