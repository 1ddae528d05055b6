namespace Rushes.Tests.Shooting.Simulation;

/// <summary>The life of a simulated process: after so many steps it is dead, and whatever it still asks for never answers.</summary>
public sealed class Life(int steps = int.MaxValue)
{
    private readonly TaskCompletionSource _end = new();
    private int _left = steps;

    public bool IsOver => _left <= 0;

    public int Steps { get; private set; }

    public Task End => _end.Task;

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
}
