namespace Rushes.Engine.Watching;

/// <summary>
/// Wakes whoever listens; says that something changed, never what. A missed beat loses nothing, because listeners look for themselves now and then.
/// </summary>
public sealed class Pulse
{
    private readonly Lock _door = new();
    private Action[] _listeners = [];

    public void Beat()
    {
        foreach (var listener in Volatile.Read(ref _listeners))
            listener();
    }

    /// <param name="listener">Called on the thread that beats; must return at once.</param>
    public IDisposable Listen(Action listener)
    {
        lock (_door)
            _listeners = [.. _listeners, listener];
        return new Subscription(this, listener);
    }

    private void Leave(Action listener)
    {
        lock (_door)
        {
            var at = Array.IndexOf(_listeners, listener);
            if (at >= 0)
                _listeners = [.. _listeners[..at], .. _listeners[(at + 1)..]];
        }
    }

    private sealed class Subscription(Pulse pulse, Action listener) : IDisposable
    {
        public void Dispose() => pulse.Leave(listener);
    }
}
