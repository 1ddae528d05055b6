using Rushes.Film.Accounts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Books;

/// <summary>A run as the store knows it.</summary>
/// <param name="Accounts">Ids of those with whom it was begun; none: with all of its providers.</param>
/// <param name="Film">The film that was cut from it; null while there is none.</param>
/// <param name="FirstSubmission">When the first take was sent off.</param>
/// <param name="LastClip">When the last clip was there.</param>
/// <param name="Events">Sequence of its newest event.</param>
public sealed record RunSheet(
    string Id,
    string Project,
    string Title,
    RunState State,
    IReadOnlyList<string> Providers,
    IReadOnlyList<string> Accounts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FirstSubmission,
    DateTimeOffset? LastClip,
    string? Film,
    long Events,
    IReadOnlyDictionary<TakeState, int> Takes)
{
    /// <summary>Whether an account is one of those that film this run. A take for anybody else would wait for ever.</summary>
    public bool IsFilmedBy(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Providers.Contains(account.Provider) && (Accounts.Count == 0 || Accounts.Contains(account.Id));
    }

    public int Count(TakeState state) => Takes.GetValueOrDefault(state);

    /// <summary>All takes are ready and nothing was cut of them yet: what is left to do costs nothing.</summary>
    public bool LacksOnlyItsCut =>
        State == RunState.Finished && Film is null && Takes.All(pair => pair.Key == TakeState.Ready || pair.Value == 0);

    /// <summary>Takes with something left to do by themselves once the run is filmed.</summary>
    public int Open => Takes.Where(pair => !pair.Key.IsSettled()).Sum(pair => pair.Value);
}
