namespace Rushes.Tests.Shooting.Simulation;

/// <summary>The life of a simulated process: after so many steps it is dead, and whatever it still asks for never answers. It may also freeze for a while.</summary>
public sealed class Life(int steps = int.MaxValue)
{
    private readonly TaskCompletionSource _end = new();
    private int _left = steps;
    private string? _freezeAt;
    private bool _before;
    private TimeProvider _time = TimeProvider.System;
    private TimeSpan _freezeFor;
    private Task _thaw = Task.CompletedTask;

    public bool IsOver => _left <= 0;

    public int Steps { get; private set; }

    public Task End => _end.Task;

    public bool Froze { get; private set; }

    /// <summary>As soon as a call of this name was answered, nothing more happens in the process for a while.</summary>
    public void FreezeAfter(string call, TimeProvider time, TimeSpan duration) =>
        (_freezeAt, _before, _time, _freezeFor) = (call, false, time, duration);

    /// <summary>Nothing more happens in the process for a while when it is about to make a call of this name.</summary>
    public void FreezeBefore(string call, TimeProvider time, TimeSpan duration) =>
        (_freezeAt, _before, _time, _freezeFor) = (call, true, time, duration);

    /// <summary>A step begins; true when the process dies at it.</summary>
    public bool Step()
    {
        Steps++;
        if (_left > 0)
            _left--;
        if (_left == 0)
            _end.TrySetResult();
        return _left == 0;
    }

    public void Kill()
    {
        _left = 0;
        _end.TrySetResult();
    }

    /// <summary>Waits until the process is not frozen.</summary>
    public Task AwakeAsync() => _thaw;

    public void Calls(string call) => Freeze(call, before: true);

    public void Heard(string call) => Freeze(call, before: false);

    private void Freeze(string call, bool before)
    {
        if (Froze || call != _freezeAt || before != _before)
            return;
        Froze = true;
        _thaw = Task.Delay(_freezeFor, _time);
    }
}
