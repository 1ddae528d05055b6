using Rushes.Film.Accounts;

namespace Rushes.Engine.Library;

/// <summary>What one part of a film would cost: its clips, its voices or its script.</summary>
/// <param name="Amount">In US dollars, at most; null: some price is unknown.</param>
/// <param name="Unknown">Models whose price is not known.</param>
public sealed record CostShare(decimal? Amount, IReadOnlyList<string> Unknown)
{
    /// <summary>The currency in which films are reckoned; a price in another one counts as unknown.</summary>
    public const string Currency = "USD";

    /// <summary>Accounts that are asked for it first, as far as they are known; none where it costs nothing.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    public static CostShare Nothing { get; } = new(0, []);

    public bool IsFree => Amount == 0;

    /// <summary>Itself, or nothing where it is unknown.</summary>
    public CostShare OrNothing() => Amount is null ? Nothing : this;

    /// <param name="model">Who asks for it.</param>
    public static CostShare Of(decimal? amount, string currency, string model) =>
        amount is { } known && (known == 0 || currency == Currency) ? new(known, []) : new(null, [model]);

    /// <summary>Itself, with whoever is asked for it.</summary>
    public CostShare From(IEnumerable<Account> accounts) => IsFree ? this : this with { Accounts = [.. accounts.DistinctBy(account => account.Id)] };

    /// <summary>Several together: unknown as soon as one is.</summary>
    public static CostShare Sum(IReadOnlyCollection<CostShare> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        return new(shares.Aggregate((decimal?)0, (sum, share) => sum + share.Amount), [.. shares.SelectMany(share => share.Unknown).Distinct(StringComparer.Ordinal)])
        {
            Accounts = [.. shares.SelectMany(share => share.Accounts).DistinctBy(account => account.Id)],
        };
    }
}
