using Rushes.Engine.Library;
using Rushes.Engine.Making.Models;
using Rushes.Film;

namespace Rushes.Engine.Making;

/// <summary>How the user wants a run to be shot.</summary>
/// <param name="Wait">How long to wait when every account rests.</param>
/// <param name="MaxCost">Most that the run may cost by its estimate; null is no bound.</param>
/// <param name="Consent">Asks the user about a cost; null: the answer is yes.</param>
public sealed record ShootingWishes(TimeSpan Wait, decimal? MaxCost = null, Func<CostEstimate, CancellationToken, Task<bool>>? Consent = null)
{
    public static TimeSpan DefaultWait { get; } = TimeSpan.FromMinutes(10);

    public static ShootingWishes Default { get; } = new(DefaultWait);

    /// <summary>As usual, and whoever looks at the film in hand is asked.</summary>
    public static ShootingWishes Asking { get; } = Default with { Asks = true };

    /// <summary>Whoever looks at the film in hand is asked about a cost; the desk that holds it passes the question on.</summary>
    public bool Asks { get; init; }

    /// <summary>The same wishes once the user has agreed to a cost: nobody is asked twice.</summary>
    public ShootingWishes Agreed => this with { MaxCost = null, Consent = null };

    /// <summary>Somebody set a bound or wants to be asked; otherwise no price has to be reckoned.</summary>
    public bool HasLimits => MaxCost is not null || Consent is not null;

    /// <summary>The same wishes once the user has agreed to an estimate: asked is only about what goes beyond it.</summary>
    /// <param name="agreed">Of the whole film; its script is written by now.</param>
    public ShootingWishes Beyond(CostEstimate agreed)
    {
        ArgumentNullException.ThrowIfNull(agreed);
        var rest = agreed with { Writing = CostShare.Nothing };
        return Consent is not { } ask ? this : this with { Consent = (cost, cancellation) => rest.Covers(cost) ? Task.FromResult(true) : ask(cost, cancellation) };
    }

    /// <summary>Looks whether the money may be spent, and asks where somebody can be asked.</summary>
    /// <exception cref="MistakeException">It is more than the user's bound, which is not asked about.</exception>
    /// <exception cref="DeclinedException">The user said no.</exception>
    public async Task AgreeAsync(CostEstimate cost, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cost);
        if (cost.Beyond(MaxCost) is { } mistake)
            throw mistake.AsException();
        if (!cost.IsFree && Consent is { } ask && !await ask(cost, cancellation))
            throw new DeclinedException();
    }
}
