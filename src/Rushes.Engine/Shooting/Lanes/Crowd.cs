namespace Rushes.Engine.Shooting.Lanes;

/// <summary>Work that runs beside a lane's loop; nothing of it is ever lost sight of.</summary>
/// <param name="fault">Hears of an exception, which is a bug or a broken machine.</param>
/// <param name="over">When cancelled, work may end early.</param>
internal sealed class Crowd(Action<Exception> fault, CancellationToken over)
{
    private readonly Lock _door = new();
    private int _count;
    private TaskCompletionSource? _empty;

    public int Count => Volatile.Read(ref _count);

    public void Add(Func<Task> work)
    {
        lock (_door)
            _count++;
        _ = RunAsync(work);
    }

    /// <summary>Completes when nobody is left.</summary>
    public Task EmptyAsync()
    {
        lock (_door)
            return _count == 0 ? Task.CompletedTask : (_empty ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await Task.Yield();
            await work();
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The lane goes home; the store knows where this stands.
        }
        catch (Exception problem)
        {
            fault(problem);
        }

        TaskCompletionSource? empty = null;
        lock (_door)
        {
            if (--_count == 0)
                (empty, _empty) = (_empty, null);
        }

        empty?.TrySetResult();
    }
}
