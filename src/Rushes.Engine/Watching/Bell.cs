namespace Rushes.Engine.Watching;

/// <summary>
/// Lets one waiter sleep until it is rung or a time has come. Rings while nobody waits are kept, as one. One timer serves every wait.
/// </summary>
internal sealed class Bell : IDisposable
{
    private readonly Lock _door = new();
    private readonly ITimer _timer;
    private TaskCompletionSource? _waiter;
    private bool _rung;

    public Bell(TimeProvider time) =>
        _timer = time.CreateTimer(static bell => ((Bell)bell!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Ring()
    {
        TaskCompletionSource? waiter;
        lock (_door)
        {
            waiter = _waiter;
            _waiter = null;
            _rung = waiter is null;
        }

        waiter?.TrySetResult();
    }

    /// <param name="atMost">Zero or less returns at once.</param>
    public Task WaitAsync(TimeSpan atMost)
    {
        if (atMost <= TimeSpan.Zero)
            return Task.CompletedTask;
        TaskCompletionSource waiter;
        lock (_door)
        {
            if (_rung)
            {
                _rung = false;
                return Task.CompletedTask;
            }

            waiter = _waiter ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _timer.Change(atMost, Timeout.InfiniteTimeSpan);
        return waiter.Task;
    }

    public void Dispose() => _timer.Dispose();
}
