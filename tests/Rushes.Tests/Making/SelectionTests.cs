using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Voices;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Film.Takes;

namespace Rushes.Tests.Making;

public sealed class SelectionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rushes-selection-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_users_pick_stands_even_when_a_newer_take_fits_better()
    {
        var sheet = Sheet(picks: new() { [1] = 1 });
        var selection = new Selection(sheet, [Ready(sheet, 1, stale: true), Ready(sheet, 2)]);
        Assert.Equal(1, selection.Chosen(1)!.Take);
    }

    [Fact]
    public void Without_a_pick_the_newest_take_that_fits_the_script_stands()
    {
        var sheet = Sheet();
        var selection = new Selection(sheet, [Ready(sheet, 1), Ready(sheet, 2), Ready(sheet, 3, stale: true)]);
        Assert.Equal(2, selection.Chosen(1)!.Take);
    }

    [Fact]
    public void A_stale_take_is_kept_and_used_while_there_is_no_other()
    {
        var sheet = Sheet();
        var selection = new Selection(sheet, [Ready(sheet, 1, stale: true)]);
        Assert.Equal(1, selection.Chosen(1)!.Take);
        Assert.Equal(1, selection.Lacking(1));
    }

    [Fact]
    public void A_take_whose_clip_was_deleted_does_not_stand_and_is_lacking()
    {
        var sheet = Sheet();
        var take = Ready(sheet, 1);
        File.Delete(take.Clip!.Path);
        var selection = new Selection(sheet, [take]);
        Assert.Null(selection.Chosen(1));
        Assert.Equal(1, selection.Lacking(1));
    }

    [Fact]
    public void A_take_in_work_is_not_ordered_again()
    {
        var sheet = Sheet();
        var selection = new Selection(sheet, [Ready(sheet, 1) with { State = TakeState.Generating, Clip = null }]);
        Assert.Equal(0, selection.Lacking(1));
    }

    [Fact]
    public void A_take_of_which_nobody_knows_is_not_ordered_again_unless_the_script_changed()
    {
        var sheet = Sheet();
        var unknown = Ready(sheet, 1) with { State = TakeState.Unknown, Clip = null };
        Assert.Equal((0, true), (new Selection(sheet, [unknown]).Lacking(1), new Selection(sheet, [unknown]).IsUnknown(1)));
        var stale = Ready(sheet, 1, stale: true) with { State = TakeState.Unknown, Clip = null };
        Assert.Equal((1, false), (new Selection(sheet, [stale]).Lacking(1), new Selection(sheet, [stale]).IsUnknown(1)));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 2)]
    public void As_many_copies_are_lacking_as_the_brief_asks_for(int copies, int lacking)
    {
        var sheet = Sheet(copies);
        Assert.Equal(lacking, new Selection(sheet, [Ready(sheet, 1)]).Lacking(1));
    }

    private FilmSheet Sheet(int copies = 1, Dictionary<int, int>? picks = null) => new(
        new Project
        {
            Folder = _folder,
            Created = DateTimeOffset.UnixEpoch,
            Brief = new Brief { Workflow = Workflow.Text2Video, Copies = copies },
            Picks = picks ?? [],
        },
        new Script { Title = "t", Language = "vi", Scenes = [new Scene { Prompt = "p", Duration = 4 }] },
        new SpokenFilm([new SpokenScene(1, 120, [], 0)], VoiceCasting.Cast(new Script { Title = "t", Language = "vi" }, [], _ => new("female", "adult")), Silent: false));

    private TakeSheet Ready(FilmSheet sheet, int take, bool stale = false)
    {
        var clip = Path.Combine(_folder, $"{take}.mp4");
        File.WriteAllText(clip, "");
        return new TakeSheet
        {
            Id = take,
            Run = "r",
            Scene = 1,
            Take = take,
            State = TakeState.Ready,
            Digest = stale ? "other" : OrderDigest.Of(sheet.OrderOf(1)),
            Seed = 1,
            Clip = new ReadyClip(clip, 0, Normal: true),
        };
    }
}
