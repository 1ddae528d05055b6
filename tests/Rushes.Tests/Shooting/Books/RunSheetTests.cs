using Rushes.Engine.Shooting.Books;
using Rushes.Film.Takes;

namespace Rushes.Tests.Shooting.Books;

public sealed class RunSheetTests
{
    private static readonly RunSheet Ready = new(
        "run", "project", "A film", RunState.Finished, ["fal"], ["one"], DateTimeOffset.UnixEpoch, null, null, null, 1,
        new Dictionary<TakeState, int> { [TakeState.Ready] = 6 });

    [Fact]
    public void A_run_whose_takes_are_all_ready_lacks_only_its_cut() => Assert.True(Ready.LacksOnlyItsCut);

    [Theory]
    [InlineData(TakeState.Failed)]
    [InlineData(TakeState.Blocked)]
    [InlineData(TakeState.Unknown)]
    [InlineData(TakeState.Cancelled)]
    public void One_with_a_take_that_may_cost_money_to_film_again_does_not(TakeState state) =>
        Assert.False((Ready with { Takes = new Dictionary<TakeState, int> { [TakeState.Ready] = 5, [state] = 1 } }).LacksOnlyItsCut);

    [Fact]
    public void One_that_was_cut_or_is_still_filmed_does_not()
    {
        Assert.False((Ready with { Film = "film.mp4" }).LacksOnlyItsCut);
        Assert.False((Ready with { State = RunState.Filming }).LacksOnlyItsCut);
    }
}
