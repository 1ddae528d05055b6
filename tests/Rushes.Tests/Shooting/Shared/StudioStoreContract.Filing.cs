using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Film.Takes;

namespace Rushes.Tests.Shooting.Shared;

public abstract partial class StudioStoreContract
{
    [Fact]
    public async Task Takes_change_places_with_their_scenes_and_keep_number_and_order()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        var (one, three) = (await Take(1), await Take(3));
        var now = await FileAsync((one, 3), (three, 1));

        Assert.Equal([(3, 1), (1, 1)], [now[one.Id], now[three.Id]]);
        Assert.Equal(three.Id, (await Take(1)).Id);
        Assert.Equal("A kitten in the rain, shot 3", (await Store.OrderAsync(three.Id, None))!.Prompt);
        Assert.Equal(1, (await Store.OrderAsync(three.Id, None))!.Scene);
        Assert.Equal(OrderDigest.Of(Samples.Order(3) with { Scene = 1 }), (await Take(1)).Digest);
    }

    [Fact]
    public async Task A_take_gets_the_next_number_where_its_own_is_taken_by_a_take_or_by_a_file()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        var (one, two, three) = (await Take(1), await Take(2), await Take(3));
        Assert.Equal((2, 2), (await FileAsync((one, 2)))[one.Id]);
        var now = await Store.FileTakesAsync(Samples.Project, [new(three.Id, 1, Samples.Order(1), AboveTake: 4)], None);
        Assert.Equal((1, 5), now[three.Id]);
        Assert.Equal([(1, 5), (2, 1), (2, 2)], (await Store.TakesAsync("run-a", None)).Select(take => (take.Scene, take.Take)));
        Assert.Equal(two.Id, (await Take(2)).Id);
    }

    [Fact]
    public async Task Takes_of_scenes_that_are_gone_are_kept_under_none()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        var (one, two) = (await Take(1), await Take(2));
        var now = await FileAsync((one, FiledTake.NoScene), (two, FiledTake.NoScene));
        Assert.Equal([(0, 1), (0, 2)], [now[one.Id], now[two.Id]]);
        Assert.Equal(3, (await Store.TakesOfProjectAsync(Samples.Project, None)).Count);
    }

    [Fact]
    public async Task No_take_gets_the_number_under_which_another_one_is_filmed()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        var lane = await LaneOf("a");
        var shot = await Submitted(lane, "op-1");
        Assert.Equal((1, 1), (shot.Order.Scene, shot.Order.Take));
        var (one, two) = (await Take(1), await Take(2));

        // The lane writes the clip of the first as scene 1, take 1, wherever the take is by now.
        var now = await FileAsync((one, 2), (two, 1));
        Assert.NotEqual((1, 1), now[two.Id]);
        var added = Assert.Single(await Store.AddTakesAsync("run-a", [Samples.New(Samples.Order(1))], "me", None));
        Assert.NotEqual(1, added.Take);
        Assert.Equal((2, TakeState.Generating), ((await Store.TakesAsync("run-a", None)).Single(take => take.Id == one.Id).Scene, (await Store.TakesAsync("run-a", None)).Single(take => take.Id == one.Id).State));
    }

    [Fact]
    public async Task A_queued_take_is_filmed_under_its_new_number()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 1), None);
        var one = await Take(1);
        await FileAsync((one, 7));
        var shot = await Begin(await LaneOf("a"));
        Assert.Equal((7, "A kitten in the rain, shot 1"), (shot.Order.Scene, shot.Order.Prompt));
    }

    [Fact]
    public async Task What_goes_on_from_a_moved_scene_still_waits_for_it()
    {
        var chained = Samples.Order(2) with { After = 1 };
        await Store.CreateRunAsync(Samples.Run() with { Takes = [Samples.New(Samples.Order(1)), Samples.New(chained)] }, None);
        var (one, two) = (await Take(1), await Take(2));
        await Store.FileTakesAsync(Samples.Project, [new(one.Id, 2, Samples.Order(1) with { Scene = 2 }), new(two.Id, 1, chained with { Scene = 1, After = 2 })], None);

        var lane = await LaneOf("a");
        Assert.Equal(2, (await Begin(lane)).Order.Scene);
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsNotType<Beginning.Begun>(await Store.BeginAttemptAsync(lane, 4, None));
    }

    private async Task<IReadOnlyDictionary<long, (int Scene, int Take)>> FileAsync(params (TakeSheet Take, int Scene)[] moves)
    {
        var filed = new List<FiledTake>();
        foreach (var (take, scene) in moves)
            filed.Add(new(take.Id, scene, (await Store.OrderAsync(take.Id, None))! with { Scene = scene }));
        return await Store.FileTakesAsync(Samples.Project, filed, None);
    }
}
