using System.Collections.Concurrent;
using System.Diagnostics;
using Rushes.Engine.Shooting;
using Rushes.Film.Accounts;

namespace Rushes.Bench.Lanes;

/// <summary>A provider in this process with the latencies that a bench asks for; its clips are nothing.</summary>
internal sealed class PlainProvider : IVideoProvider
{
    private readonly ConcurrentDictionary<string, (TimeSpan Takes, long Since)> _operations = new(StringComparer.Ordinal);
    private int _made;

    public string Name => "plain";

    public ProviderTraits Traits { get; init; } = new() { PollBatch = 100, PollSpacing = TimeSpan.FromMilliseconds(100) };

    public TimeSpan AnswersAfter { get; init; }

    public TimeSpan StatusAfter { get; init; }

    /// <summary>How long an account takes for a clip; the number counts all submissions.</summary>
    public Func<Account, int, TimeSpan> Generates { get; init; } = (_, _) => TimeSpan.Zero;

    /// <summary>Why an account is refused; null when it is not.</summary>
    public Func<Account, Refusal?> Refuses { get; init; } = _ => null;

    /// <summary>Told when a poll finds an operation finished: its latency, and how late it was found.</summary>
    public Action<TimeSpan, TimeSpan>? Found { get; set; }

    public ConcurrentBag<string> Submissions { get; } = [];

    public int Outstanding => _operations.Count;

    public async Task<Submission> SubmitAsync(ShotOrder order, Account account, string correlation, CancellationToken cancellation)
    {
        Submissions.Add(account.Id);
        if (AnswersAfter > TimeSpan.Zero)
            await Task.Delay(AnswersAfter, cancellation);
        if (Refuses(account) is { } refusal)
            return new Submission.Refused(refusal);
        _operations[correlation] = (Generates(account, Interlocked.Increment(ref _made)), Stopwatch.GetTimestamp());
        return new Submission.Accepted(correlation);
    }

    public async Task<IReadOnlyDictionary<string, OperationStatus>> PollAsync(IReadOnlyList<string> operations, Account account, CancellationToken cancellation)
    {
        if (StatusAfter > TimeSpan.Zero)
            await Task.Delay(StatusAfter, cancellation);
        var answers = new Dictionary<string, OperationStatus>(operations.Count, StringComparer.Ordinal);
        foreach (var operation in operations)
            answers[operation] = Look(operation);
        return answers;
    }

    public Task<Delivery> DownloadAsync(string operation, string partFile, Account account, CancellationToken cancellation) =>
        Task.FromResult<Delivery>(new Delivery.Delivered(NoFiles.Bytes));

    public Task<bool> CancelAsync(string operation, Account account, CancellationToken cancellation) => Task.FromResult(false);

    public Task<LookUp> LookUpAsync(string correlation, Account account, CancellationToken cancellation) =>
        Task.FromResult<LookUp>(_operations.ContainsKey(correlation) ? new LookUp.Found(correlation) : new LookUp.Absent());

    private OperationStatus Look(string operation)
    {
        if (!_operations.TryGetValue(operation, out var made))
            return new OperationStatus.Finished();
        var age = Stopwatch.GetElapsedTime(made.Since);
        if (age < made.Takes)
            return new OperationStatus.Generating();
        if (_operations.TryRemove(operation, out _))
            Found?.Invoke(made.Takes, age - made.Takes);
        return new OperationStatus.Finished();
    }
}
