using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Hosting;
using Rushes.Engine.Shooting.Lanes;
using Rushes.Engine.Watching;
using Rushes.Film;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Runs;

/// <summary>Waits for the end of a run, but not for ever while every account rests.</summary>
internal sealed class RunWait(LaneTools tools, LaneFaults faults, string run, TimeSpan wait)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private RunSheet? _sheet;
    private DateTimeOffset? _stuckSince;
    private DateTimeOffset? _told;

    public async Task<RunEnding> UntilEndAsync(CancellationToken cancellation)
    {
        using var bell = new Bell(tools.Time);
        using var listening = tools.Store.Events.Listen(bell.Ring);
        await using var ringOnCancel = cancellation.Register(bell.Ring);
        var lookAt = tools.Time.GetUtcNow();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (faults.Mistake is { } mistake)
                throw new MistakeException(mistake.Mistake);
            var state = await tools.Store.RunStateAsync(run, cancellation)
                ?? throw Mistake.Input("shooting.run-unknown", "run", run).AsException();
            if (state != RunState.Filming)
                return new RunEnding.Ended((await tools.Store.RunAsync(run, cancellation))!);
            if (tools.Time.GetUtcNow() >= lookAt)
            {
                if (await GiveUpAsync(cancellation) is { } ending)
                    return ending;
                lookAt = tools.Time.GetUtcNow() + Look;
            }

            await bell.WaitAsync(Look);
        }
    }

    private async Task<RunEnding?> GiveUpAsync(CancellationToken cancellation)
    {
        var now = tools.Time.GetUtcNow();
        var accounts = await tools.Store.AccountsAsync(cancellation);
        var sheet = _sheet ??= (await tools.Store.RunAsync(run, cancellation))!;
        if (CanFilmAnything(sheet, accounts, now)
            || Outlook.Of(sheet, await tools.Store.WaitingAsync(run, cancellation), accounts, now) is not Outlook.Stuck stuck)
        {
            (_stuckSince, _told) = (null, null);
            return null;
        }

        _stuckSince ??= now;
        if (stuck.Until is not { } until || until - _stuckSince > wait)
            return new RunEnding.GaveUp(sheet, stuck.Lanes);
        if (_told != until)
            await tools.Store.NoteAsync(run, new RunWaits(until), cancellation);
        _told = until;
        return null;
    }

    /// <summary>The usual case, told without looking at the takes: no account is missing or resting.</summary>
    private static bool CanFilmAnything(RunSheet sheet, IReadOnlyList<AccountSheet> accounts, DateTimeOffset now)
    {
        var cast = accounts.Where(account => sheet.IsFilmedBy(account.Account)).ToList();
        return cast.Count > 0 && cast.TrueForAll(account => account.Account.Enabled && !account.Rests.Any(rest => rest.Lasts(now)));
    }
}
