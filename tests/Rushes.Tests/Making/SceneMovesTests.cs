using Rushes.Engine.Making;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Making;

public sealed class SceneMovesTests
{
    private static readonly Script Before = new()
    {
        Title = "Five",
        Language = "en",
        Scenes = [.. "abcde".Select(letter => new Scene { Prompt = $"Scene {letter}", Duration = 4 })],
    };

    [Fact]
    public void Nothing_moves_when_fields_are_edited()
    {
        var now = Before.Replace(2, Before.Scenes[1] with { Prompt = "Another" }).Replace(4, Before.Scenes[3] with { Duration = 2 });
        var moves = Moves(now);
        Assert.True(moves.AreNone);
        Assert.Equal([1, 2, 3, 4, 5], To(moves));
        Assert.Equal([0, 1, 2, 3, 4], moves.Origins);
    }

    [Fact]
    public void Two_scenes_change_places_even_when_one_is_edited_with_it()
    {
        var now = Before.Replace(3, Before.Scenes[2] with { Prompt = "Another" }).Move(3, up: true);
        Assert.Equal([1, 3, 2, 4, 5], To(Moves(now)));
        Assert.False(Moves(now).AreNone);
    }

    [Fact]
    public void What_follows_a_removed_scene_moves_up_and_what_follows_an_added_one_moves_down()
    {
        Assert.Equal([null, 1, 2, 3, 4], To(Moves(Before.Remove(1))));
        var added = Moves(ScriptDesk.WithBlank(Before, 2));
        Assert.Equal([1, 2, 4, 5, 6], To(added));
        Assert.Equal([0, 1, null, 2, 3, 4], added.Origins);
    }

    [Fact]
    public void A_split_scene_goes_on_in_its_first_half_and_merged_ones_in_what_they_became()
    {
        var split = Moves(Before.Split(2));
        Assert.Equal([1, 2, 4, 5, 6], To(split));
        Assert.Equal([0, null, null, 2, 3, 4], split.Origins);
        var merged = Moves(Before.Merge(1));
        Assert.Equal([1, 1, 2, 3, 4], To(merged));
        Assert.Equal([null, 2, 3, 4], merged.Origins);
        Assert.Equal([1, 2, 3, 4, 4], To(Moves(Before.Merge(4))));
    }

    [Fact]
    public void A_script_that_comes_from_elsewhere_has_its_scenes_known_by_their_words()
    {
        var text = ScriptJson.Read(ScriptJson.Write(Before.Remove(2).Move(4, up: true)), "script.json");
        Assert.Equal([1, null, 2, 4, 3], To(Moves(text)));
        Assert.True(Moves(ScriptJson.Read(ScriptJson.Write(Before), "script.json")).AreNone);
    }

    [Fact]
    public void Scenes_with_the_same_words_keep_their_order()
    {
        var twins = Before with { Scenes = [Before.Scenes[0], Before.Scenes[0] with { }, Before.Scenes[1]] };
        Assert.True(SceneMoves.Between(twins.Scenes, ScriptJson.Read(ScriptJson.Write(twins), "script.json").Scenes).AreNone);
    }

    [Fact]
    public void What_was_no_scene_stays_what_it_was() => Assert.Equal((0, 9), (Moves(Before.Remove(1)).To(0), Moves(Before.Remove(1)).To(9)));

    [Fact]
    public void Whatever_is_done_a_scene_that_is_still_there_is_found_where_it_went()
    {
        var dice = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var now = Before;
            for (var step = 0; step < 4 && now.Scenes.Count > 1; step++)
            {
                var scene = dice.Next(1, now.Scenes.Count + 1);
                now = dice.Next(5) switch
                {
                    0 => now.Move(scene, up: true),
                    1 => now.Move(scene, up: false),
                    2 => now.Remove(scene),
                    3 => ScriptDesk.WithBlank(now, scene),
                    _ => scene < now.Scenes.Count ? now.Merge(scene) : now,
                };
            }

            var moves = Moves(now);
            foreach (var (index, scene) in Before.Scenes.Index())
            {
                var place = now.Scenes.ToList().FindIndex(one => ReferenceEquals(one, scene));
                if (place >= 0)
                    Assert.Equal(place + 1, moves.To(index + 1));
                Assert.InRange(moves.To(index + 1) ?? 1, 1, now.Scenes.Count);
            }

            Assert.All(moves.Origins.Index(), origin => Assert.True(origin.Item is not { } from || moves.To(from + 1) == origin.Index + 1));
        }
    }

    private static SceneMoves Moves(Script now) => SceneMoves.Between(Before.Scenes, now.Scenes);

    private static IEnumerable<int?> To(SceneMoves moves) => Enumerable.Range(1, 5).Select(moves.To);
}
