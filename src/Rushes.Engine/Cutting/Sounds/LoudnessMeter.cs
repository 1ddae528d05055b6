namespace Rushes.Engine.Cutting.Sounds;

/// <summary>Integrated loudness of a stereo sound at 48 kHz, in LUFS (ITU-R BS.1770-4: K-weighting, blocks of 400 ms, two gates).</summary>
internal sealed class LoudnessMeter
{
    private const int Hop = Pcm.Rate / 10;
    private const int HopsABlock = 4;
    private const double AbsoluteGate = -70;
    private const double RelativeGate = -10;
    private readonly Weighting _left = new();
    private readonly Weighting _right = new();
    private readonly List<double> _hops = [];
    private double _energy;
    private int _filled;

    /// <summary>Negative infinity for silence.</summary>
    public double Integrated
    {
        get
        {
            var blocks = new List<double>();
            for (var last = HopsABlock; last <= _hops.Count; last++)
                blocks.Add((_hops[last - 1] + _hops[last - 2] + _hops[last - 3] + _hops[last - 4]) / (HopsABlock * Hop));

            // A sound shorter than a block is a block by itself.
            if (blocks.Count == 0)
                blocks.Add((_hops.Sum() + _energy) / Math.Max(1, _hops.Count * Hop + _filled));
            var audible = blocks.Where(energy => Loudness(energy) > AbsoluteGate).ToList();
            if (audible.Count == 0)
                return double.NegativeInfinity;
            var gate = Loudness(audible.Average()) + RelativeGate;
            return Loudness(audible.Where(energy => Loudness(energy) > gate).Average());
        }
    }

    public void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        for (var index = 0; index < left.Length; index++)
        {
            var (a, b) = (_left.Next(left[index]), _right.Next(right[index]));
            _energy += a * a + b * b;
            if (++_filled < Hop)
                continue;
            _hops.Add(_energy);
            (_energy, _filled) = (0, 0);
        }
    }

    private static double Loudness(double energy) => energy <= 0 ? double.NegativeInfinity : -0.691 + 10 * Math.Log10(energy);

    /// <summary>The two filters of BS.1770 for 48 kHz: the head's shelf and the low cut.</summary>
    private sealed class Weighting
    {
        private double _x1, _x2, _y1, _y2, _z1, _z2;

        public double Next(double x)
        {
            var y = 1.53512485958697 * x - 2.69169618940638 * _x1 + 1.19839281085285 * _x2 + 1.69065929318241 * _y1 - 0.73248077421585 * _y2;
            var z = y - 2 * _y1 + _y2 + 1.99004745483398 * _z1 - 0.99007225036621 * _z2;
            (_x2, _x1, _y2, _y1, _z2, _z1) = (_x1, x, _y1, y, _z1, z);
            return z;
        }
    }
}
