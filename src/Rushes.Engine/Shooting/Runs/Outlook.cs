using Rushes.Engine.Shooting.Books;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Runs;

/// <summary>Whether a run can go on by itself now.</summary>
internal abstract record Outlook
{
    private Outlook()
    {
    }

    /// <summary>Something is in work, or could be begun at any moment.</summary>
    public sealed record Working : Outlook;

    /// <summary>Every account that could film what is left rests.</summary>
    /// <param name="Until">The nearest return; null when only the user can help.</param>
    public sealed record Stuck(DateTimeOffset? Until, IReadOnlyList<StuckLane> Lanes) : Outlook;

    public static Outlook Of(RunSheet run, IReadOnlyList<WaitingTakes> waiting, IReadOnlyList<AccountSheet> accounts, DateTimeOffset now)
    {
        var lanes = new Dictionary<string, StuckLane>(StringComparer.Ordinal);
        foreach (var takes in waiting)
        {
            var stuck = takes.State switch
            {
                TakeState.Queued => accounts.Where(sheet => MayFilm(run, takes, sheet)).All(sheet => Rests(sheet, takes.Model)),

                // An operation goes on while its account rests; only one that may not even be asked about stands still.
                TakeState.Generating => accounts.Where(sheet => sheet.Account.Id == takes.Account).Any(SetAside),
                _ => false,
            };
            if (!stuck)
                return new Working();
        }

        return waiting.Count == 0 ? new Working() : new Stuck(lanes.Values.Min(lane => lane.Until), [.. lanes.Values]);

        bool Rests(AccountSheet sheet, string? model)
        {
            var rest = sheet.Account.Enabled ? sheet.RestFor(model, now) : new(null, null, new(Troubles.Disabled), 0);
            if (rest is null)
                return false;
            Keep(sheet, rest);
            return true;
        }

        bool SetAside(AccountSheet sheet)
        {
            var rest = sheet.RestFor(null, now);
            if (rest is null || rest.Until is not null || rest.Trouble.Code is not (Troubles.SignedOut or Troubles.NoToken or Troubles.RefusedUse))
                return false;
            Keep(sheet, rest);
            return true;
        }

        void Keep(AccountSheet sheet, Rest rest) =>
            lanes[sheet.Account.Id] = new(sheet.Account.Id, sheet.Account.Name, rest.Trouble, rest.Until);
    }

    private static bool MayFilm(RunSheet run, WaitingTakes takes, AccountSheet sheet) =>
        run.IsFilmedBy(sheet.Account) && (takes.OnlyAccount is null || takes.OnlyAccount == sheet.Account.Id);
}
