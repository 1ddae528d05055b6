using FsCheck;
using FsCheck.Fluent;
using Rushes.Film;
using Rushes.Film.Cuts;
using Rushes.Film.Scenes;

namespace Rushes.Tests.Cutting;

public sealed class TimelineTests
{
    [Fact]
    public void Transitions_do_not_shorten_the_film()
    {
        foreach (var name in Transition.Names)
        {
            var timeline = Timeline.Of(FrameRate.Film, Transition.Parse(name, FrameRate.Film), [(1, 240), (2, 95), (3, 120)]);
            Assert.Equal(455, timeline.Frames);
            Assert.Equal([0, 240, 335], timeline.Scenes.Select(scene => scene.Start));
        }
    }

    [Fact]
    public void A_short_scene_is_seen_in_full_for_half_its_time_at_least()
    {
        var timeline = Timeline.Of(FrameRate.Film, Transition.Parse("dissolve", FrameRate.Film), [(1, 90), (2, 8), (3, 90), (4, 1), (5, 9)]);
        Assert.Equal([0, 4, 4, 0, 0], timeline.Scenes.Select(scene => scene.Joint));
    }

    [Theory]
    [InlineData("wipe-left", TransitionKind.WipeLeft, 15)]
    [InlineData(" Slide-Down ", TransitionKind.SlideDown, 15)]
    [InlineData("cut", TransitionKind.Cut, 0)]
    public void A_transition_is_known_by_its_name(string name, TransitionKind kind, int frames) =>
        Assert.Equal(new Transition(kind, frames), Transition.Parse(name, FrameRate.Film));

    [Fact]
    public void An_unknown_transition_is_one_sentence_that_names_all_others()
    {
        var mistake = Assert.Throws<MistakeException>(() => Transition.Parse("star wipe", FrameRate.Film)).Mistake;
        Assert.Equal(("cut.transition", "transition"), (mistake.Code, mistake.Field));
        Assert.Equal(10 + 1, ((string)mistake.Details[1]).Split(", ").Length);
    }

    [Fact]
    public void Any_plan_makes_every_frame_of_the_film_once_and_copies_only_from_key_frame_to_key_frame() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true),
        Prop.ForAll(Films().ToArbitrary(), film =>
        {
            var plan = CutPlan.Of(film.Timeline, film.Clips);
            Assert.Equal(film.Timeline.Frames, plan.Frames);
            var at = 0;
            foreach (var piece in plan.Pieces)
            {
                CheckPiece(piece, film.Timeline, film.Clips, at);
                at += piece.Frames;
            }

            Assert.Equal(film.Timeline.Frames, CutPlan.Anew(film.Timeline).Frames);
            Assert.DoesNotContain(CutPlan.Anew(film.Timeline).Pieces, piece => piece is CutPiece.Copy);
        }));

    [Fact]
    public void Hard_cuts_of_whole_normal_clips_are_copies_and_nothing_else()
    {
        var timeline = Timeline.Of(FrameRate.Film, Transition.Cut, [(1, 240), (2, 120)]);
        var plan = CutPlan.Of(timeline, new Dictionary<int, ClipFrames> { [1] = new(240, [0, 15, 225]), [2] = new(120, [0, 15, 105]) });
        Assert.Equal([new CutPiece.Copy(new(1, 0, 240)), new CutPiece.Copy(new(2, 0, 120))], plan.Pieces);
    }

    [Fact]
    public void Only_the_joints_are_coded_anew_where_the_key_frames_are_where_they_should_be()
    {
        var timeline = Timeline.Of(FrameRate.Film, Transition.Parse("dissolve", FrameRate.Film), [(1, 240), (2, 120)]);
        var plan = CutPlan.Of(timeline, new Dictionary<int, ClipFrames> { [1] = new(255, [0, 15, 225, 240]), [2] = new(120, [0, 15, 105]) });
        Assert.Equal(
            [
                new CutPiece.Copy(new(1, 0, 240)),
                new CutPiece.Joint(new(1, 240, 15), new(2, 0, 15), TransitionKind.Dissolve),
                new CutPiece.Copy(new(2, 15, 105)),
            ],
            plan.Pieces);
    }

    [Fact]
    public void A_piece_that_is_coded_anew_takes_four_clips_at_most()
    {
        var timeline = Timeline.Of(FrameRate.Film, Transition.Cut, Enumerable.Range(1, 10).Select(scene => (scene, 30)));
        Assert.Equal([4, 4, 2], CutPlan.Anew(timeline).Pieces.Select(piece => ((CutPiece.Encode)piece).Ranges.Count));
    }

    private static void CheckPiece(CutPiece piece, Timeline timeline, Dictionary<int, ClipFrames> clips, int at)
    {
        switch (piece)
        {
            case CutPiece.Copy { Range: var range }:
                var clip = clips[range.Scene];
                Assert.Contains(range.From, clip.Keys);
                Assert.True(range.End == clip.Count || clip.Keys.Contains(range.End));
                CheckRange(range, timeline, at);
                break;
            case CutPiece.Joint joint:
                CheckRange(joint.To, timeline, at);
                Assert.Equal(joint.From.Frames, joint.To.Frames);
                var before = timeline.Scenes.Single(scene => scene.Scene == joint.From.Scene);
                Assert.Equal((before.Frames, at), (joint.From.From, before.End));
                break;
            case CutPiece.Encode encode:
                Assert.InRange(encode.Ranges.Count, 1, CutPlan.MostClips);
                foreach (var range in encode.Ranges)
                {
                    CheckRange(range, timeline, at);
                    at += range.Frames;
                }

                break;
        }
    }

    private static void CheckRange(ClipRange range, Timeline timeline, int at)
    {
        var scene = timeline.Scenes.Single(scene => scene.Scene == range.Scene);
        Assert.Equal(at - scene.Start, range.From);
        Assert.True(range.Frames > 0 && at + range.Frames <= scene.End);
    }

    private static Gen<(Timeline Timeline, Dictionary<int, ClipFrames> Clips)> Films() =>
        from kind in Gen.Elements<string>([.. Transition.Names])
        from lengths in Gen.NonEmptyListOf(Gen.Choose(1, 300))
        from filmed in Gen.ArrayOf(Gen.Choose(1, 300), lengths.Count)
        from steps in Gen.ArrayOf(Gen.Choose(1, 90), lengths.Count)
        let scenes = lengths.Select((frames, index) => (index + 1, frames))
        let clips = filmed.Select((count, index) => (Scene: index + 1, Clip: new ClipFrames(count, [.. Enumerable.Range(0, count).Where(frame => frame % steps[index] == 0)])))
        select (Timeline.Of(FrameRate.Film, Transition.Parse(kind, FrameRate.Film), scenes), clips.ToDictionary(clip => clip.Scene, clip => clip.Clip));
}
