using Rushes.Engine.Shooting;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;

namespace Rushes.Tests.Shooting.Simulation;

/// <summary>
/// A provider that does what a test tells it, and keeps the truth about what it was asked to make. It outlives the processes that ask it, as services do.
/// </summary>
public sealed class ScriptedProvider(TimeProvider time, MemoryFiles files, string name = "scripted") : IVideoProvider
{
    public const long ClipBytes = 1000;
    private int _submissions;

    public string Name => name;

    public ProviderTraits Traits { get; set; } = new() { PollBatch = 100 };

    /// <summary>Its part that enlarges; null when it has none.</summary>
    public ScriptedUpscaler? Enlarges { get; set; }

    public IUpscaler? Upscaler => Enlarges;

    public TimeSpan AnswersAfter { get; set; } = TimeSpan.FromMilliseconds(200);

    public TimeSpan DownloadsIn { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>What it does with a submission; the number counts all of them, from 1.</summary>
    public Func<ShotOrder, Account, int, SubmitAct> OnSubmit { get; set; } = (_, _, _) => SubmitAct.Accept;

    /// <summary>How an operation goes on; by default a clip is there after five seconds.</summary>
    public Func<Operation, OperationStatus> OnPoll { get; set; } = operation => Usual(operation, TimeSpan.FromSeconds(5));

    /// <summary>How a download ends; by default well.</summary>
    public Func<Operation, Delivery> OnDownload { get; set; } = _ => new Delivery.Delivered(ClipBytes);

    public Func<Operation, bool> OnCancel { get; set; } = _ => true;

    public Func<string, LookUp?> OnLookUp { get; set; } = _ => null;

    /// <summary>Everything that was made, and may have been paid for.</summary>
    public List<Operation> Operations { get; } = [];

    /// <summary>When each submission began, by account.</summary>
    public List<(string Account, TimeSpan At, int Scene)> Calls { get; } = [];

    public int Polls { get; private set; }

    /// <summary>Downloads under way.</summary>
    public int Arriving { get; private set; }

    public int MostArriving { get; private set; }

    public int DownloadCount { get; private set; }

    public static OperationStatus Usual(Operation operation, TimeSpan takes) =>
        operation.Age < takes ? new OperationStatus.Generating(operation.Age / takes) : new OperationStatus.Finished(new(0.1m));

    public void Generates(TimeSpan takes) => OnPoll = operation => Usual(operation, takes);

    public async Task<Submission> SubmitAsync(ShotOrder order, Account account, string correlation, CancellationToken cancellation)
    {
        Calls.Add((account.Id, Now, order.Scene));
        var act = OnSubmit(order, account, ++_submissions);
        Operation? made = null;
        if (act is SubmitAct.Accepts)
            Operations.Add(made = new(Operations.Count + 1, order, account.Id, correlation, this, Now));
        await Task.Delay(act.After ?? AnswersAfter, time, act.Deaf ? CancellationToken.None : cancellation);
        return act switch
        {
            SubmitAct.Accepts { AnswerLost: true } or SubmitAct.Loses => new Submission.Lost("The connection was closed."),
            SubmitAct.Accepts => new Submission.Accepted(made!.Id),
            SubmitAct.Refuses refuses => new Submission.Refused(refuses.Reason),
            SubmitAct.Halts halts => new Submission.Halted(halts.Mistake),
            SubmitAct.Throws throws => throw throws.Problem,
            _ => throw new InvalidOperationException("An unknown act."),
        };
    }

    public async Task<IReadOnlyDictionary<string, OperationStatus>> PollAsync(IReadOnlyList<string> operations, Account account, CancellationToken cancellation)
    {
        Polls++;
        await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellation);
        var answers = new Dictionary<string, OperationStatus>(StringComparer.Ordinal);
        foreach (var operation in Operations.Where(operation => operations.Contains(operation.Id)))
        {
            Assert.Equal(account.Id, operation.Account);
            operation.Polls++;
            answers[operation.Id] = operation.Cancelled
                ? new OperationStatus.Refused(new(RefusalKind.FailedAtProvider, "cancelled"))
                : OnPoll(operation);
            if (answers[operation.Id] is OperationStatus.Finished)
                operation.SeenFinished ??= operation.Age;
        }

        foreach (var operation in operations.Where(operation => Enlarges?.Has(operation) == true))
            answers[operation] = Enlarges!.Poll(operation);

        return answers;
    }

    public async Task<Delivery> DownloadAsync(string operation, string partFile, Account account, CancellationToken cancellation)
    {
        if (Enlarges?.Has(operation) == true)
            return await Enlarges.DownloadAsync(partFile, cancellation);
        var made = Operations.Single(made => made.Id == operation);
        made.Downloads++;
        DownloadCount++;
        MostArriving = Math.Max(MostArriving, ++Arriving);
        try
        {
            await Task.Delay(DownloadsIn, time, cancellation);
        }
        finally
        {
            Arriving--;
        }

        var delivery = OnDownload(made);
        if (delivery is Delivery.Delivered delivered)
            files.Write(partFile, made.ArrivesCut ? delivered.Bytes / 2 : delivered.Bytes, good: !made.ArrivesBroken);
        return delivery;
    }

    public Task<bool> CancelAsync(string operation, Account account, CancellationToken cancellation)
    {
        var made = Operations.Single(made => made.Id == operation);
        made.Cancelled = OnCancel(made);
        made.CancelAsked++;
        return Task.FromResult(made.Cancelled);
    }

    public async Task<LookUp> LookUpAsync(string correlation, Account account, CancellationToken cancellation)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellation);
        return OnLookUp(correlation)
            ?? (Enlarges?.Find(correlation) is { } enlarged ? new LookUp.Found(enlarged) : Operations.Find(made => made.Correlation == correlation) is { } made ? new LookUp.Found(made.Id) : new LookUp.Absent());
    }

    internal TimeSpan Now => time.GetUtcNow() - Shared.ManualTime.Start;

    /// <summary>Something that the provider was asked to make, and made.</summary>
    public sealed class Operation(int number, ShotOrder order, string account, string correlation, ScriptedProvider provider, TimeSpan since)
    {
        public int Number => number;

        public string Id { get; } = $"op-{number}";

        public ShotOrder Order => order;

        public int Scene => order.Scene;

        public string Account => account;

        public string Correlation => correlation;

        public TimeSpan Since => since;

        public TimeSpan Age => provider.Now - since;

        public int Polls { get; set; }

        public int Downloads { get; set; }

        public bool ArrivesCut { get; set; }

        public bool ArrivesBroken { get; set; }

        public bool Cancelled { get; set; }

        public int CancelAsked { get; set; }

        public TimeSpan? SeenFinished { get; set; }
    }
}
