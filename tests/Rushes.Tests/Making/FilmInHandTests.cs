using Rushes.Engine.Library;
using Rushes.Engine.Making;
using Rushes.Engine.Making.Models;

namespace Rushes.Tests.Making;

public sealed class FilmInHandTests
{
    private static readonly CostEstimate Cost = new(4, new(2, []), CostShare.Nothing, CostShare.Nothing);

    private readonly FilmInHand _film = new("0815", null, TimeProvider.System, CancellationToken.None);

    [Fact]
    public async Task It_waits_for_the_users_word_and_goes_on_where_it_was()
    {
        var asking = _film.AskAsync(Cost, default);
        Assert.Equal((FilmStage.Asking, new CostQuestion(1, Cost)), (_film.Stage, _film.Question));
        Assert.False(asking.IsCompleted);
        _film.Answer(1, yes: true);
        Assert.Equal((FilmStage.Writing, (CostQuestion?)null), (_film.Stage, _film.Question));
        Assert.True(await asking);
    }

    [Fact]
    public async Task A_word_is_on_one_question_and_said_twice_it_is_said_once()
    {
        var first = _film.AskAsync(Cost, default);
        _film.Answer(1, yes: false);
        _film.Answer(1, yes: true);
        Assert.False(await first);
        var second = _film.AskAsync(Cost, default);
        _film.Answer(1, yes: true);
        Assert.False(second.IsCompleted);
        _film.Answer(2, yes: true);
        Assert.True(await second);
    }

    [Fact]
    public async Task A_film_that_is_stopped_asks_no_longer()
    {
        using var stop = new CancellationTokenSource();
        var asking = _film.AskAsync(Cost, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Null(_film.Question);
    }
}
