using Rushes.Providers.Speech;

namespace Rushes.Tests.Voices;

public class SampleRatesTests
{
    [Theory]
    [InlineData(22_050, 440)]
    [InlineData(22_050, 7_000)]
    [InlineData(16_000, 3_000)]
    [InlineData(48_000, 440)]
    public void A_tone_stays_the_same_tone_at_the_same_moment(int rate, double hertz)
    {
        var changed = SampleRates.Change(Tone(rate, hertz), rate, 48_000);

        var ideal = Tone(48_000, hertz);
        Assert.Equal(ideal.Length, changed.Length);
        var (noise, signal) = (0.0, 0.0);
        for (var at = 2_400; at < ideal.Length - 2_400; at++)
        {
            noise += Math.Pow(changed[at] - ideal[at], 2);
            signal += Math.Pow(ideal[at], 2);
        }

        Assert.True(10 * Math.Log10(signal / noise) > 50, $"{10 * Math.Log10(signal / noise):0.0} dB above what it added");
    }

    [Fact]
    public void The_loudest_sound_does_not_turn_over()
    {
        var square = new short[2_205];
        for (var at = 0; at < square.Length; at++)
            square[at] = at / 20 % 2 == 0 ? short.MaxValue : short.MinValue;

        var changed = SampleRates.Change(square, 22_050, 48_000);

        // Ten samples into every half wave it has the sign of the half wave.
        for (var half = 0; half * 20 + 10 < square.Length - 40; half++)
            Assert.Equal(half % 2 == 0, changed[(half * 20 + 10) * 48_000 / 22_050] > 0);
    }

    [Fact]
    public void Nothing_stays_nothing() => Assert.True(SampleRates.Change([], 22_050, 48_000).IsEmpty);

    private static short[] Tone(int rate, double hertz) =>
        [.. Enumerable.Range(0, rate).Select(at => (short)Math.Round(20_000 * Math.Sin(2 * Math.PI * hertz * at / rate)))];
}
