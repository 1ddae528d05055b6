using Rushes.Engine.Shooting.Runs;

namespace Rushes.Tests.Shooting.Runs;

public sealed class ForecastTests
{
    [Theory]
    [InlineData(1, 9.7)]
    [InlineData(2, 7.2)]
    [InlineData(3, 6.7)]
    [InlineData(5, 5.7)]
    [InlineData(10, 5.2)]
    public void Equal_lanes_with_slots_enough_are_bound_by_their_pace(int lanes, double floor)
    {
        var forecast = Forecast.Of(Lanes(lanes, slots: 20, pace: 0.5, latency: 5.2), 10);
        Assert.Equal(floor, forecast.Floor.TotalSeconds, 3);
        Assert.Equal(10, forecast.Shares.Sum());
    }

    [Theory]
    [InlineData(1, 26)]
    [InlineData(2, 15.6)]
    [InlineData(3, 10.4)]
    [InlineData(5, 5.2)]
    public void Two_slots_each_are_filled_round_after_round(int lanes, double floor) =>
        Assert.Equal(floor, Forecast.Of(Lanes(lanes, slots: 2, pace: 0, latency: 5.2), 10).Floor.TotalSeconds, 3);

    [Fact]
    public void A_slow_lane_gets_the_share_that_it_can_film_in_time()
    {
        ForecastLane[] lanes = [.. Lanes(2, slots: 1, pace: 0, latency: 10), .. Lanes(1, slots: 1, pace: 0, latency: 40)];
        var forecast = Forecast.Of(lanes, 9);
        Assert.Equal([4, 4, 1], forecast.Shares);
        Assert.Equal(40, forecast.Floor.TotalSeconds, 3);
    }

    [Fact]
    public void A_very_long_run_goes_on_in_proportion()
    {
        var forecast = Forecast.Of(Lanes(4, slots: 2, pace: 0, latency: 10), 10_000);
        Assert.Equal(12_500, forecast.Floor.TotalSeconds, 0);
        Assert.All(forecast.Shares, share => Assert.Equal(2500, share));
    }

    private static IEnumerable<ForecastLane> LanesOf(int lanes, int slots, double pace, double latency) =>
        Enumerable.Repeat(new ForecastLane(slots, TimeSpan.FromSeconds(pace), TimeSpan.FromSeconds(latency)), lanes);

    private static ForecastLane[] Lanes(int lanes, int slots, double pace, double latency) => [.. LanesOf(lanes, slots, pace, latency)];
}
