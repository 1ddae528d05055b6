using Rushes.Engine.Shooting.Books;
using Rushes.Film.Takes;

namespace Rushes.Tests.Shooting;

public sealed class TakeStatesTests
{
    [Fact]
    public void A_ready_take_never_changes_again() =>
        Assert.All(Enum.GetValues<TakeState>(), to => Assert.False(TakeState.Ready.CanBecome(to)));

    [Fact]
    public void Only_a_checked_download_makes_a_take_ready() => Assert.All(
        Enum.GetValues<TakeState>().Except([TakeState.Downloading, TakeState.Upscaling]), from => Assert.False(from.CanBecome(TakeState.Ready)));

    [Fact]
    public void Every_state_but_ready_can_be_left_and_every_one_reached()
    {
        var all = Enum.GetValues<TakeState>();
        Assert.All(all.Except([TakeState.Ready]), from => Assert.Contains(all, to => from.CanBecome(to)));
        Assert.All(all, to => Assert.Contains(all, from => from.CanBecome(to)));
    }

    [Fact]
    public void A_change_that_is_not_legal_is_a_bug_and_never_reaches_the_books() => Assert.Throws<InvalidOperationException>(
        () => new TakeChange(1, "attempt", [TakeState.Ready], TakeState.Queued, AttemptState.Rejected, null));
}
