using Rushes.Engine.Cutting.Sounds;

namespace Rushes.Tests.Cutting.Sounds;

public sealed class LoudnessTests
{
    /// <summary>EBU Tech 3341, test signals 1 and 2: a stereo sine of 1 kHz at -23 and -33 dBFS has that loudness.</summary>
    [Theory]
    [InlineData(-23)]
    [InlineData(-33)]
    public void A_sine_is_as_loud_as_the_standard_says(double level) => Assert.Equal(level, Measure([(20, level)]), 0.1);

    /// <summary>EBU Tech 3341, test signal 3: what is much quieter does not count.</summary>
    [Fact]
    public void Quiet_parts_are_gated() => Assert.Equal(-23, Measure([(10, -36), (60, -23), (10, -36)]), 0.1);

    [Fact]
    public void Silence_has_no_loudness() => Assert.Equal(double.NegativeInfinity, Measure([(5, -200)]));

    /// <summary>EBU Tech 3341, test signal 15 ff.: a sine of a quarter of the rate between its samples is higher than at them.</summary>
    [Fact]
    public void A_peak_between_samples_is_seen()
    {
        var peak = new TruePeak(0.1);
        for (var index = 0; index < 480; index++)
        {
            var sample = (float)(0.5 * Math.Sin(2 * Math.PI * (index / 4.0 + 0.125)));
            peak.Next(sample, 0);
        }

        Assert.InRange(20 * Math.Log10(peak.Highest), -6.4, -5.8);
    }

    [Fact]
    public void The_limiter_keeps_any_sound_below_its_ceiling_and_leaves_quiet_sound_alone()
    {
        var dice = new Random(3);
        var (left, right) = (new float[48000], new float[48000]);
        for (var index = 0; index < left.Length; index++)
        {
            var level = index is > 20000 and < 30000 ? 3 : 0.3;
            (left[index], right[index]) = ((float)(level * (dice.NextDouble() * 2 - 1)), (float)(level * Math.Sin(index * 0.05)));
        }

        var (before, limiter, after) = (left.ToArray(), new PeakLimiter(0.8), new TruePeak(0.1));
        limiter.Process(left, right);
        for (var index = 0; index < left.Length; index++)
            after.Next(left[index], right[index]);
        Assert.True(after.Highest <= 0.8 * 1.02, after.Highest.ToString(System.Globalization.CultureInfo.InvariantCulture));
        for (var index = 0; index < 19000; index++)
            Assert.Equal(index < PeakLimiter.Delay ? 0 : before[index - PeakLimiter.Delay], left[index]);
    }

    [Fact]
    public void What_steps_back_is_down_when_the_others_begin_and_stays_down_in_short_pauses()
    {
        var curve = new DuckCurve([(100_000, 150_000), (180_000, 200_000)], 12);
        double Depth(long sample) => 20 * Math.Log10(curve.At(sample));
        Assert.Equal(0, Depth(80_000), 3);
        Assert.Equal(-12, Depth(100_000), 3);
        Assert.Equal(-12, Depth(165_000), 3);
        Assert.Equal(-12, Depth(200_000), 3);
        Assert.InRange(Depth(214_400), -8, -4);
        Assert.Equal(0, Depth(240_000), 3);
    }

    private static double Measure(IEnumerable<(double Seconds, double Level)> parts)
    {
        var meter = new LoudnessMeter();
        foreach (var (seconds, level) in parts)
        {
            var samples = new float[(int)(seconds * 48000)];
            for (var index = 0; index < samples.Length; index++)
                samples[index] = (float)(Math.Pow(10, level / 20) * Math.Sin(2 * Math.PI * 1000 * index / 48000.0));
            meter.Add(samples, samples);
        }

        return meter.Integrated;
    }
}
