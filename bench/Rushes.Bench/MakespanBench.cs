using System.Globalization;
using Rushes.Bench.Lanes;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Runs;
using Rushes.Film.Accounts;

namespace Rushes.Bench;

/// <summary>
/// How long ten scenes take on several accounts, beside the floor, the seeds' static round-robin against the same server, and what the older program was
/// measured to need (submission 0.2 s, status 0.05 s, generation 5 s). Equal accounts are filmed with by the adapter of Google Flow over HTTP; what an
/// unequal or a sick one does to the others is seen with a provider in this process.
/// </summary>
internal static class MakespanBench
{
    private const int Scenes = 10;
    private static readonly TimeSpan Submission = FlowSet.Submission;
    private static readonly TimeSpan Status = TimeSpan.FromSeconds(0.05);
    private static readonly TimeSpan Generation = TimeSpan.FromSeconds(5);
    private static readonly Dictionary<int, double> Older = new() { [1] = 36.0, [2] = 14.5, [3] = 12.6, [5] = 9.5, [10] = 8.2 };
    private static readonly Dictionary<int, double> OlderWithTwoSlots = new() { [1] = 35.6, [2] = 19.3, [3] = 17.4, [5] = 9.2 };
    private static bool _within = true;

    public static async Task<int> RunAsync(string[] args)
    {
        var runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1;
        await WarmAsync();
        Console.WriteLine("ten scenes, a submission every 0.5 s");
        WriteHead(runs);
        foreach (var accounts in (int[])[1, 2, 3, 5, 10])
            await CompareAsync(accounts, slots: null, paceMs: 500, runs, Older[accounts]);
        Console.WriteLine();
        Console.WriteLine("ten scenes, two at once on each account, no pace");
        WriteHead(runs);
        foreach (var accounts in (int[])[1, 2, 3, 5])
            await CompareAsync(accounts, slots: 2, paceMs: 0, runs, OlderWithTwoSlots[accounts]);
        Console.WriteLine();
        await UnequalAsync();
        Console.WriteLine();
        await OneSickAsync();
        Console.WriteLine(_within ? "within the bars" : "ABOVE A BAR");
        return _within ? 0 : 1;
    }

    /// <summary>The clips that the server serves are filmed, and the program's own code is compiled, before anything is timed.</summary>
    private static async Task WarmAsync()
    {
        await using var set = await FlowSet.OpenAsync(2, null, 0, TimeSpan.Zero);
        await set.FilmAsync(4);
    }

    private static void WriteHead(int runs) => Console.WriteLine(
        $"accounts   floor      bar   engine{(runs > 1 ? $" (best of {runs}; worst)" : "")}   over   round-robin   older program");

    private static async Task CompareAsync(int accounts, int? slots, int paceMs, int runs, double older)
    {
        var floor = Forecast.Of([.. Enumerable.Repeat(LaneOf(slots ?? Scenes, paceMs, Generation), accounts)], Scenes).Floor.TotalSeconds;
        await using var set = await FlowSet.OpenAsync(accounts, slots, paceMs, Generation);
        var engine = new List<double>();
        while (engine.Count < runs)
            engine.Add(await set.FilmAsync(Scenes));
        var inTurn = await InTurn.FilmAsync(set.Provider, set.Accounts, Scenes);
        var (best, worst, bar) = (engine.Min(), runs > 1 ? engine.Max().ToString("; 0.00", CultureInfo.InvariantCulture) : "", (floor * 1.05) + 0.3);
        _within &= best <= bar;
        Write($"{accounts,8} {floor,7:0.0} {bar,8:0.00} {best,8:0.00}{worst} {(best / floor) - 1,6:0.0%} {inTurn,13:0.00} {older,15:0.0}");
    }

    /// <summary>Three accounts, one of them four times slower; first unknown to the engine, then as it learned.</summary>
    private static async Task UnequalAsync()
    {
        const int scenes = 14;
        var (quick, slow) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8));
        PlainProvider Unequal() => Provider((account, _) => account.Id == "a2" ? slow : quick);
        var floor = Forecast.Of([LaneOf(1, 0, quick), LaneOf(1, 0, quick), LaneOf(1, 0, slow)], scenes).Floor.TotalSeconds;
        await using var ground = new Ground(Unequal());
        foreach (var account in AccountsOf(3, 1, 0))
            await ground.AddAsync(account.Id, 1, 0);
        var first = await ground.FilmAsync(scenes);
        var learned = await ground.FilmAsync(scenes);
        var inTurn = await InTurn.FilmAsync(Unequal(), AccountsOf(3, 1, 0), scenes);
        _within &= learned <= floor * 1.1 && inTurn / learned >= 1.8;
        Console.WriteLine("three accounts, one four times slower (2, 2 and 8 s), one scene at a time each, 14 scenes");
        Write($"best list schedule {floor:0.0} s, engine {first:0.00} s and, having learned, {learned:0.00} s ({learned / floor - 1:0.0%} over), round-robin {inTurn:0.00} s ({inTurn / learned:0.0} times)");
    }

    /// <summary>Three accounts, one of which refuses everything from the start.</summary>
    private static async Task OneSickAsync()
    {
        var floor = Forecast.Of([LaneOf(20, 500, Generation), LaneOf(20, 500, Generation)], Scenes).Floor.TotalSeconds;
        Console.WriteLine("three accounts, one sick from the start; the floor of the other two is " + floor.ToString("0.0", CultureInfo.InvariantCulture) + " s");
        foreach (var kind in (RefusalKind[])[RefusalKind.Throttled, RefusalKind.SignedOut, RefusalKind.RefusedUse])
        {
            var provider = Provider(refuses: account => account.Id == "a2" ? new(kind, "no") : null);
            var engine = await EngineAsync(provider, 3, 20, 500);
            var wasted = provider.Submissions.Count(account => account == "a2");
            _within &= engine <= floor * 1.1 && wasted <= 3;
            Write($"{kind,10}: {engine:0.00} s ({engine / floor - 1:0.0%} over), {wasted} requests wasted");
        }
    }

    private static async Task<double> EngineAsync(PlainProvider provider, int accounts, int slots, int paceMs)
    {
        await using var ground = new Ground(provider);
        foreach (var account in AccountsOf(accounts, slots, paceMs))
            await ground.AddAsync(account.Id, slots, paceMs);
        return await ground.FilmAsync(Scenes);
    }

    private static PlainProvider Provider(Func<Account, int, TimeSpan>? generates = null, Func<Account, Refusal?>? refuses = null) => new()
    {
        AnswersAfter = Submission,
        StatusAfter = Status,
        Generates = generates ?? ((_, _) => Generation),
        Refuses = refuses ?? (_ => null),
    };

    private static ForecastLane LaneOf(int slots, int paceMs, TimeSpan generation) => new(slots, TimeSpan.FromMilliseconds(paceMs), Submission + generation);

    private static List<Account> AccountsOf(int accounts, int slots, int paceMs) =>
        [.. Enumerable.Range(0, accounts).Select(i => new Account
        {
            Id = $"a{i}",
            Name = $"a{i}",
            Provider = "plain",
            Limits = new() { MaxInFlight = slots, SubmitIntervalMs = paceMs },
        })];

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
