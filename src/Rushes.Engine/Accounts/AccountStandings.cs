using Rushes.Engine.Shooting.Books;
using Rushes.Film;

namespace Rushes.Engine.Accounts;

/// <summary>Looks how the accounts stand, without asking any provider.</summary>
public sealed class AccountStandings(IAccountBook book, IKeyRing keys, AccountKinds kinds, TimeProvider time)
{
    public async Task<IReadOnlyList<AccountStanding>> LookAsync(CancellationToken cancellation)
    {
        var activities = await book.ActivitiesAsync(cancellation);
        var standings = new List<AccountStanding>();
        foreach (var sheet in await book.AccountsAsync(cancellation))
            standings.Add(await LookAtAsync(sheet, activities.GetValueOrDefault(sheet.Account.Id) ?? AccountActivity.None, cancellation));
        return standings;
    }

    private async Task<AccountStanding> LookAtAsync(AccountSheet sheet, AccountActivity activity, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var rests = sheet.Rests.Where(rest => rest.Lasts(now)).OrderBy(rest => rest.Model is not null).ThenBy(rest => rest.Model, StringComparer.Ordinal).ToList();
        var credentials = Credentials.None;
        Mistake? locked = null;
        try
        {
            credentials = await keys.OfAsync(sheet.Account.Id, cancellation);
        }
        catch (MistakeException closed)
        {
            locked = closed.Mistake;
        }

        return new AccountStanding(
            sheet.Account,
            StateOf(sheet, rests, activity, locked),
            credentials.Tokens.Count,
            credentials.Document is not null,
            locked,
            activity.InFlight,
            rests,
            activity is { LastTrouble: { } trouble, LastTroubleAt: { } at } ? new(trouble, at, kinds.RemedyOf(sheet.Account, trouble)) : null);
    }

    private static AccountHealthState StateOf(AccountSheet sheet, List<Rest> rests, AccountActivity activity, Mistake? locked)
    {
        if (!sheet.Account.Enabled)
            return AccountHealthState.Disabled;
        if (locked is not null || rests.Exists(rest => rest is { Model: null, Until: null }))
            return AccountHealthState.SetAside;
        if (rests.Exists(rest => rest.Model is null))
            return AccountHealthState.Resting;
        return activity.InFlight > 0 ? AccountHealthState.Working : AccountHealthState.Ready;
    }
}
