using Rushes.Engine.Watching;
using Rushes.Film.Takes;
using Rushes.Studio.Live;

namespace Rushes.Tests.Studio;

public sealed class SwimlanesTests
{
    private static readonly DateTimeOffset Zero = new(2026, 11, 29, 8, 0, 0, TimeSpan.Zero);

    private static readonly StudioEvent[] Story =
    [
        new RunStarted(2, 2, [new("a", "Account A", "google-flow", null, 2, null), new("b", "Account B", "google-flow", null, 2, new(Engine.Shooting.Troubles.Disabled))]),
        new LaneOpened("a", "Account A", "google-flow", 2),
        new TakeStarted(1, 1, "a", "Account A", 1, 1, 2, null),
        new TakeStarted(2, 1, "a", "Account A", 1, 2, 2, null),
        new TakeSubmitted(1, 1, "a", "Account A", "op-1"),
        new TakeRequeued(2, 1, "Account A", new(Engine.Shooting.Troubles.Throttled)),
        new LaneRests("a", "Account A", null, Zero.AddMinutes(5), new(Engine.Shooting.Troubles.Throttled)),
        new TakeStarted(2, 1, "b", "Account B", 2, 2, 2, "Account A"),
        new TakeSubmitted(2, 1, "b", "Account B", "op-2"),
        new TakeProgress(2, 1, 0.5),
        new TakeArriving(1, 1),
        new TakeReady(1, 1, "Account A", "/clip.mp4", 1000, false, 8),
        new TakeUnknown(2, 1, "Account B", new(Engine.Shooting.Troubles.Vanished)),
    ];

    [Fact]
    public void A_block_goes_from_submitting_to_ready_with_the_times_of_its_events()
    {
        var block = Told(Story).Lane("a").Blocks[0];
        Assert.Equal(BlockState.Ready, block.State);
        Assert.Equal((At(3), At(5), At(11), At(12)), (block.Start, block.Accepted, block.Arriving, block.End));
    }

    [Fact]
    public void A_take_that_moves_leaves_its_block_behind_and_gets_another_in_the_new_lane()
    {
        var lanes = Told(Story);
        Assert.Equal(BlockState.Moved, lanes.Lane("a").Blocks[1].State);
        Assert.Equal((BlockState.Unknown, 2), (lanes.Lane("b").Blocks[0].State, lanes.Lane("b").Blocks[0].Attempt));
    }

    [Fact]
    public void A_lane_says_why_it_rests_until_it_films_again()
    {
        var lanes = Told(Story[..7]);
        Assert.Equal((Engine.Shooting.Troubles.Throttled, Zero.AddMinutes(5)), (lanes.Lane("a").Trouble!.Code, lanes.Lane("a").RestsUntil));
        Assert.Equal(Engine.Shooting.Troubles.Disabled, lanes.Lane("b").Trouble!.Code);
        Assert.Null(Told(Story[..8]).Lane("b").Trouble);
    }

    [Fact]
    public void What_is_left_is_told_from_the_pace_of_the_lanes_that_can_film()
    {
        var lanes = Told(Story);
        Assert.Equal(9, lanes.Lane("a").Pace);
        Assert.Null(lanes.Lane("b").Pace);
        Assert.Null(lanes.DoneAt(4));

        // It films again: two at once, nine seconds each.
        var again = Told([.. Story, new LaneOpened("a", "Account A", "google-flow", 2)]);
        Assert.Equal(again.LastEnd!.Value.AddSeconds(18), again.DoneAt(4));
        Assert.Equal(again.LastEnd, again.DoneAt(0));

        // Slots that it never used do not count.
        Assert.Equal(again.LastEnd!.Value.AddSeconds(18), Told([.. Story, new LaneOpened("a", "Account A", "google-flow", 9)]).DoneAt(4));
    }

    [Fact]
    public void What_is_in_work_at_once_lies_in_rows_of_its_own_and_a_row_that_is_free_is_used_again()
    {
        var lanes = Told([.. Story, new TakeStarted(3, 1, "a", "Account A", 1, 3, 4, null), new TakeStarted(4, 1, "a", "Account A", 1, 4, 4, null)]);
        Assert.Equal([0, 1, 0, 1], lanes.Lane("a").Blocks.Select(block => block.Row));
        Assert.Equal((2, 1), (lanes.Lane("a").Rows, lanes.Lane("b").Rows));
    }

    [Fact]
    public void An_attempt_that_nobody_heard_the_end_of_ends_where_the_next_one_begins()
    {
        StudioEvent[] died = [.. Story[..5], new RunResumed(2)];
        var lanes = Told(died);
        Assert.Equal(["a", "b"], lanes.Tell(new("run", 7, At(7), new TakeStarted(2, 1, "b", "Account B", 2, 2, 2, "Account A"))).Order(StringComparer.Ordinal));
        Assert.Equal((BlockState.Moved, (DateTimeOffset?)At(7)), (lanes.Lane("a").Blocks[1].State, lanes.Lane("a").Blocks[1].End));
        Assert.Equal((1, 1), (lanes.Lane("a").InFlight, lanes.Lane("b").InFlight));
    }

    [Fact]
    public void Told_in_any_sittings_the_lanes_look_the_same()
    {
        var whole = Told(Story);
        for (var cut = 0; cut <= Story.Length; cut++)
        {
            var lanes = Told(Story[..cut]);
            foreach (var (index, happening) in Story.Index().Skip(cut))
                lanes.Tell(new("run", index + 1, At(index + 1), happening));
            Assert.Equal(whole.Sequence, lanes.Sequence);
            Assert.Equal(whole.Lanes.SelectMany(lane => lane.Blocks), lanes.Lanes.SelectMany(lane => lane.Blocks));
        }
    }

    [Fact]
    public void Only_lanes_that_look_different_are_named()
    {
        var lanes = Told(Story[..2]);
        Assert.Equal(["a"], lanes.Tell(new("run", 3, At(3), Story[2])));
        Assert.Empty(lanes.Tell(new("run", 4, At(4), new RunWaits(Zero))));
        Assert.Empty(lanes.Tell(new("run", 5, At(5), new TakeProgress(9, 1, 0.3))));
    }

    private static Swimlanes Told(StudioEvent[] story)
    {
        var lanes = new Swimlanes();
        foreach (var (index, happening) in story.Index())
            lanes.Tell(new("run", index + 1, At(index + 1), happening));
        return lanes;
    }

    private static DateTimeOffset At(int second) => Zero.AddSeconds(second);
}
