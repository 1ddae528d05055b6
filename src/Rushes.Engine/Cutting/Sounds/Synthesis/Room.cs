namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>The room that the music is played in: echoes that thicken and darken (M. R. Schroeder's combs and all-passes).</summary>
internal sealed class Room(double wet)
{
    // Lengths without common factors, for 48 kHz; the other side's are a little longer.
    private static readonly int[] CombLengths = [1215, 1293, 1390, 1476, 1548, 1623];
    private static readonly int[] AllPassLengths = [605, 480, 371];
    private readonly Side _left = new(0);
    private readonly Side _right = new(23);

    public void Process(Span<float> left, Span<float> right)
    {
        for (var index = 0; index < left.Length; index++)
        {
            // Each side hears a little of the other: the room is one.
            var (a, b) = (left[index], right[index]);
            left[index] = a + (float)(wet * _left.Next(0.8 * a + 0.2 * b));
            right[index] = b + (float)(wet * _right.Next(0.8 * b + 0.2 * a));
        }
    }

    private sealed class Side
    {
        private readonly Comb[] _combs;
        private readonly AllPass[] _allPasses;

        public Side(int spread)
        {
            _combs = Array.ConvertAll(CombLengths, length => new Comb(length + spread));
            _allPasses = Array.ConvertAll(AllPassLengths, length => new AllPass(length + spread));
        }

        public double Next(double sample)
        {
            var sum = 0.0;
            foreach (var comb in _combs)
                sum += comb.Next(sample);
            foreach (var pass in _allPasses)
                sum = pass.Next(sum);
            return sum / _combs.Length;
        }
    }

    private sealed class Comb(int length)
    {
        private readonly double[] _line = new double[length];
        private double _dull;
        private int _at;

        public double Next(double sample)
        {
            var echo = _line[_at];
            _dull = echo * 0.7 + _dull * 0.3;
            _line[_at] = sample + _dull * 0.86;
            _at = (_at + 1) % _line.Length;
            return echo;
        }
    }

    private sealed class AllPass(int length)
    {
        private readonly double[] _line = new double[length];
        private int _at;

        public double Next(double sample)
        {
            var echo = _line[_at];
            _line[_at] = sample + echo * 0.5;
            _at = (_at + 1) % _line.Length;
            return echo - sample * 0.5;
        }
    }
}
