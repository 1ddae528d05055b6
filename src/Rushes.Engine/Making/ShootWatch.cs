using System.Threading.Channels;
using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Watching;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Making;

/// <summary>A shoot as the user sees it: every take's news, and why it gave up where it did.</summary>
public sealed class ShootWatch(Shoots shoots, IStudioStore books, AccountKinds kinds)
{
    /// <summary>Waits until a run has ended, telling what happens.</summary>
    /// <param name="seen">The last event that was told already.</param>
    /// <param name="arrivals">Gets the number of every scene of which a take is ready.</param>
    public async Task FinishAsync(string run, long seen, ShootingWishes wishes, IFilmWatcher watcher, ChannelWriter<int> arrivals, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        ArgumentNullException.ThrowIfNull(watcher);
        ArgumentNullException.ThrowIfNull(arrivals);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watching = WatchAsync(run, seen, watcher, arrivals, stop.Token);
        try
        {
            var ending = await shoots.FinishAsync(run, wishes.Wait, cancellation);
            if (ending is RunEnding.GaveUp gaveUp)
            {
                var accounts = (await books.AccountsAsync(cancellation)).ToDictionary(sheet => sheet.Account.Id, sheet => sheet.Account, StringComparer.Ordinal);
                foreach (var lane in gaveUp.Lanes)
                    watcher.Tell(new FilmNews.Warned($"{lane.AccountName}: {TroubleSentence.Of(lane.Trouble)} {RemedyOf(lane, accounts)}".TrimEnd()));
            }

            await watching;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private string? RemedyOf(StuckLane lane, Dictionary<string, Account> accounts) => accounts.TryGetValue(lane.Account, out var account)
        ? kinds.RemedyOf(account, lane.Trouble)
        : TroubleSentence.RemedyOf(lane.Trouble, lane.AccountName);

    private async Task WatchAsync(string run, long seen, IFilmWatcher watcher, ChannelWriter<int> arrivals, CancellationToken cancellation)
    {
        var news = new RunNews(watcher);
        await foreach (var recorded in shoots.WatchAsync(run, seen, cancellation))
        {
            news.Tell(recorded);
            if (recorded.Event is TakeReady ready)
                arrivals.TryWrite(ready.Scene);
        }

        news.Conclude();
    }
}
