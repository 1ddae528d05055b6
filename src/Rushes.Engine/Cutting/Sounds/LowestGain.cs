namespace Rushes.Engine.Cutting.Sounds;

/// <summary>The lowest of the latest values, kept in a queue that only ever rises.</summary>
internal sealed class LowestGain(int window)
{
    private readonly (long At, double Gain)[] _queue = new (long, double)[window + 1];
    private int _first;
    private int _count;
    private long _at;

    /// <param name="gain">The new value; 1 is the highest there is.</param>
    public double Next(double gain)
    {
        if (gain < 1)
        {
            while (_count > 0 && _queue[(_first + _count - 1) % _queue.Length].Gain >= gain)
                _count--;
            _queue[(_first + _count++) % _queue.Length] = (_at, gain);
        }

        if (_count > 0 && _queue[_first].At <= _at - window)
        {
            _first = (_first + 1) % _queue.Length;
            _count--;
        }

        _at++;
        return _count > 0 ? _queue[_first].Gain : 1;
    }
}
