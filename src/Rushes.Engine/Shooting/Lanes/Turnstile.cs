namespace Rushes.Engine.Shooting.Lanes;

/// <summary>Lets so many through at once, in order of arrival.</summary>
internal sealed class Turnstile(int places)
{
    private readonly Lock _door = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = new();
    private int _free = places;

    /// <summary>Dispose what it returns to leave again.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource> place;
        lock (_door)
        {
            if (_free > 0)
            {
                _free--;
                return new Passage(this);
            }

            place = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        await using var giveUp = cancellation.Register(() => GiveUp(place, cancellation));
        await place.Value.Task;
        return new Passage(this);
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellation)
    {
        lock (_door)
        {
            if (place.List is null)
                return;
            _waiting.Remove(place);
        }

        place.Value.TrySetCanceled(cancellation);
    }

    private void Leave()
    {
        TaskCompletionSource? next = null;
        lock (_door)
        {
            if (_waiting.First is { } first)
            {
                next = first.Value;
                _waiting.RemoveFirst();
            }
            else
            {
                _free++;
            }
        }

        next?.TrySetResult();
    }

    private sealed class Passage(Turnstile turnstile) : IDisposable
    {
        private Turnstile? _turnstile = turnstile;

        public void Dispose() => Interlocked.Exchange(ref _turnstile, null)?.Leave();
    }
}
