using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Lanes;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Runs;

/// <summary>Asks what became of a take whose submission, or whose operation, was lost sight of.</summary>
internal sealed class SecondLook(LaneTools tools)
{
    public async Task<CheckedAgain> CheckAsync(TakeSheet take, CancellationToken cancellation)
    {
        var attempt = (await tools.Store.AttemptsAsync(take.Id, cancellation)).FirstOrDefault(attempt => attempt.Id == take.Attempt);
        if (take.State != TakeState.Unknown || attempt is null)
            return CheckedAgain.NotUnknown;
        var account = (await tools.Store.AccountsAsync(cancellation)).FirstOrDefault(sheet => sheet.Account.Id == attempt.Account)?.Account;
        if (account is null || tools.Providers.Find(account.Provider) is not { } provider)
            return CheckedAgain.CannotAsk;
        if (attempt.Operation is not null)
            return await ChangeAsync(take, attempt, TakeState.Generating, AttemptState.Submitted, CheckedAgain.Found);
        if (provider.Traits.CanLookUp)
            return await LookUpAsync(provider, account, take, attempt, cancellation);
        return provider.Traits.IsLocal
            ? await ChangeAsync(take, attempt, TakeState.Queued, AttemptState.Rejected, CheckedAgain.Absent)
            : CheckedAgain.CannotAsk;
    }

    private async Task<CheckedAgain> LookUpAsync(
        IVideoProvider provider, Account account, TakeSheet take, AttemptSheet attempt, CancellationToken cancellation)
    {
        switch (await provider.LookUpAsync(attempt.Id, account, cancellation))
        {
            case LookUp.Found found:
                await tools.Store.RecordOperationAsync(attempt.Id, found.Operation, CancellationToken.None);
                return CheckedAgain.Found;
            case LookUp.Absent:
                return await ChangeAsync(take, attempt, TakeState.Queued, AttemptState.Rejected, CheckedAgain.Absent);
            default:
                return CheckedAgain.StillUnknown;
        }
    }

    private async Task<CheckedAgain> ChangeAsync(TakeSheet take, AttemptSheet attempt, TakeState to, AttemptState attemptTo, CheckedAgain found)
    {
        var changed = await tools.Store.ChangeAsync(new(take.Id, attempt.Id, [TakeState.Unknown], to, attemptTo, null), CancellationToken.None);
        return changed == Changed.Yes ? found : CheckedAgain.NotUnknown;
    }
}
