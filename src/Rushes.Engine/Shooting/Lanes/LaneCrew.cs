using Rushes.Engine.Shooting.Books;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>The life of a lane, in plain C#: whoever hosts it calls <see cref="FilmAsync"/> and calls again later when it has ended.</summary>
public sealed class LaneCrew(LaneTools tools)
{
    /// <summary>
    /// Films with an account until it has nothing to do. Returns at once when another process has the lane. A stop is quick but hears running submissions
    /// out; what is generating goes on at the provider.
    /// </summary>
    /// <exception cref="Exception">A bug or a broken machine; the books are right nevertheless, and the next call takes up where they stand.</exception>
    public async Task FilmAsync(string account, CancellationToken stop)
    {
        var more = true;
        while (more && !stop.IsCancellationRequested)
        {
            var claim = await tools.Store.TakeLaneAsync(account, tools.Me, tools.Options.Lease, CancellationToken.None);
            if (claim is not LaneClaim.Taken taken)
                return;
            if (tools.Providers.Find(taken.Sheet.Account.Provider) is not { } provider)
            {
                await tools.Store.LeaveLaneAsync(taken.Lane, CancellationToken.None);
                return;
            }

            using var shift = new LaneShift(tools, taken, provider);
            more = await shift.WorkAsync(stop);
        }
    }
}
