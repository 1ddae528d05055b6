using System.Diagnostics;
using System.Diagnostics.Metrics;
using Rushes.Engine.Shooting.Books;
using Rushes.Film.Accounts;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>Numbers and traces of lanes for whoever listens; <c>docs/lanes.md</c> lists their names. They cost next to nothing while nobody does.</summary>
internal static class LaneSignals
{
    private const string Name = "Rushes.Lanes";
    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);
    private static readonly Counter<long> Submissions = Meter.CreateCounter<long>("rushes.submissions", "{submission}", "Submissions by how they ended.");
    private static readonly Counter<long> Polls = Meter.CreateCounter<long>("rushes.polls", "{request}", "Requests for the state of operations.");
    private static readonly Counter<long> Clips = Meter.CreateCounter<long>("rushes.clips", "{clip}", "Clips that became ready.");
    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>("rushes.clip.size", "By", "Bytes of clips that became ready.");
    private static readonly Counter<long> Rests = Meter.CreateCounter<long>("rushes.rests", "{rest}", "Times that an account was set to rest.");
    private static readonly Histogram<double> Generation = Meter.CreateHistogram<double>("rushes.generation.duration", "s", "From acceptance to the poll that found the clip.");

    /// <summary>Begins a span such as <c>submit</c>; null while nobody listens. Never a prompt, never a token.</summary>
    public static Activity? Begin(string what, Account account, Shot? shot = null)
    {
        var activity = Source.StartActivity(what, ActivityKind.Client);
        activity?.SetTag("rushes.account", account.Id).SetTag("rushes.provider", account.Provider);
        if (shot is not null)
            activity?.SetTag("rushes.run", shot.Run).SetTag("rushes.scene", shot.Order.Scene).SetTag("rushes.take", shot.Order.Take);
        return activity;
    }

    /// <param name="outcome"><c>accepted</c>, <c>lost</c>, or the kind of refusal.</param>
    public static void Submitted(Account account, string outcome) =>
        Submissions.Add(1, new("rushes.account", account.Id), new("rushes.provider", account.Provider), new KeyValuePair<string, object?>("rushes.outcome", outcome));

    public static void Polled(Account account) => Polls.Add(1, new("rushes.account", account.Id), new KeyValuePair<string, object?>("rushes.provider", account.Provider));

    public static void Generated(Account account, TimeSpan took) =>
        Generation.Record(took.TotalSeconds, new("rushes.account", account.Id), new KeyValuePair<string, object?>("rushes.provider", account.Provider));

    public static void Ready(Account account, long bytes)
    {
        Clips.Add(1, new("rushes.account", account.Id), new KeyValuePair<string, object?>("rushes.provider", account.Provider));
        Bytes.Add(bytes, new("rushes.account", account.Id), new KeyValuePair<string, object?>("rushes.provider", account.Provider));
    }

    /// <param name="reason">A code of <see cref="Troubles"/>.</param>
    public static void Rested(Account account, string reason) =>
        Rests.Add(1, new("rushes.account", account.Id), new("rushes.provider", account.Provider), new KeyValuePair<string, object?>("rushes.reason", reason));
}
