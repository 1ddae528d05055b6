using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Life;

/// <summary>When somebody's eyes are closed: every few seconds for a moment, now and then twice.</summary>
internal sealed class BlinkTrack
{
    private const double Closed = 0.13;
    private readonly List<double> _starts = [];

    /// <param name="seconds">Length of the clip.</param>
    /// <param name="eyesShut">Asleep, or lost in a feeling.</param>
    public BlinkTrack(double seconds, Dice dice, bool eyesShut = false)
    {
        EyesShut = eyesShut;
        var at = dice.Between("first", 0.4, 2.2);
        for (var turn = 0; at < seconds - 0.3; turn++)
        {
            _starts.Add(at);
            at += dice.Roll($"twice{turn}") < 0.15 ? 0.32 : dice.Between($"pause{turn}", 2.1, 4.6);
        }
    }

    public bool EyesShut { get; }

    public bool ClosedAt(double time)
    {
        if (EyesShut)
            return true;
        foreach (var start in _starts)
        {
            if (time >= start && time < start + Closed)
                return true;
        }

        return false;
    }
}
