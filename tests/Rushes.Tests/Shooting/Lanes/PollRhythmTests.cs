using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Lanes;

namespace Rushes.Tests.Shooting.Lanes;

public sealed class PollRhythmTests
{
    private static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(100);

    [Theory]
    [InlineData(5)]
    [InlineData(100)]
    [InlineData(3000)]
    public void Without_a_history_it_starts_early_and_lags_by_a_small_share(double latency)
    {
        var (polls, lag) = Follow(new(), latency);
        Assert.True(lag <= Math.Max(0.065, 0.1 / latency), $"{lag:P1}");
        Assert.True(polls < 250);
        Assert.Equal(Spacing, new PollRhythm().Next(null, TimeSpan.Zero, Spacing));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.25)]
    [InlineData(0.45)]
    public void After_three_operations_the_lag_is_at_most_five_percent_with_at_most_thirty_polls(double spread)
    {
        var random = new Random(7);
        var rhythm = new PollRhythm();
        var lags = new List<double>();
        for (var i = 0; i < 2000; i++)
        {
            var latency = 100 * (1 + ((random.NextDouble() - 0.5) * 2 * spread));
            if (i >= 20)
            {
                var (polls, lag) = Follow(rhythm, latency);
                Assert.True(polls <= 30, $"{polls} polls");
                lags.Add(lag);
            }

            rhythm.Learn(new("veo", TimeSpan.FromSeconds(latency)));
        }

        lags.Sort();
        Assert.True(lags[(int)(lags.Count * 0.95)] <= 0.05, $"{lags[(int)(lags.Count * 0.95)]:P1}");
    }

    [Fact]
    public void Operations_that_ran_side_by_side_and_ended_last_do_not_hide_the_quick_ones()
    {
        var rhythm = new PollRhythm();
        foreach (var seconds in Enumerable.Range(0, 50).Select(i => 60 + (i * 1.2)))
            rhythm.Learn(new("veo", TimeSpan.FromSeconds(seconds)));
        Assert.All([60, 75, 90, 120], latency => Assert.InRange(Follow(rhythm, latency).Lag, 0, 0.05));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public void An_overdue_operation_is_never_left_alone_for_long(int history)
    {
        var rhythm = new PollRhythm();
        foreach (var seconds in Enumerable.Range(2, history))
            rhythm.Learn(new("veo", TimeSpan.FromSeconds(seconds)));
        Assert.All([10, 120, 3600, 30_000], age => Assert.InRange(rhythm.Next("veo", TimeSpan.FromSeconds(age), Spacing), Spacing, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void The_providers_least_spacing_is_kept_and_models_are_kept_apart()
    {
        var rhythm = new PollRhythm();
        var spacing = TimeSpan.FromSeconds(5);
        foreach (var seconds in new[] { 100, 101, 102 })
            rhythm.Learn(new("slow", TimeSpan.FromSeconds(seconds)));
        Assert.Equal(spacing, rhythm.Next("quick", TimeSpan.FromSeconds(1), spacing));
        Assert.Equal(TimeSpan.FromSeconds(89), rhythm.Next("slow", TimeSpan.FromSeconds(1), spacing));
        Assert.Equal(spacing, rhythm.Next("slow", TimeSpan.FromSeconds(100), spacing));
    }

    private static (int Polls, double Lag) Follow(PollRhythm rhythm, double latency)
    {
        var (age, polls) = (0.0, 0);
        while (age < latency)
        {
            age += rhythm.Next("veo", TimeSpan.FromSeconds(age), Spacing).TotalSeconds;
            polls++;
        }

        return (polls, (age - latency) / latency);
    }
}
