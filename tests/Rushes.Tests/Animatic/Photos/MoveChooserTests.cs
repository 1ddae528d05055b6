using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Providers.Animatic.Photos;
using Rushes.Tests.Cutting;

namespace Rushes.Tests.Animatic.Photos;

public sealed class MoveChooserTests
{
    private readonly MoveChooser _chooser = new(new RepositoryData());

    [Fact]
    public void There_are_eight_moves_and_each_can_be_named()
    {
        Assert.Equal(["push-in", "pull-out", "pan-left", "pan-right", "tilt-up", "tilt-down", "drift", "parallax"], MoveChooser.Names);
        foreach (var name in MoveChooser.Names)
            Assert.Equal(name, MoveChooser.NameOf(_chooser.Choose(PhotoOrders.Of(), new Picture("/a.jpg", Move: name), 1, cutOut: false)));
    }

    [Fact]
    public void An_unknown_move_is_a_mistake_that_names_the_others()
    {
        var mistake = Assert.Throws<MistakeException>(() => _chooser.Choose(PhotoOrders.Of(), new Picture("/a.jpg", Move: "spin"), 1, cutOut: false)).Mistake;
        Assert.Equal("animatic.no-move", mistake.Code);
        Assert.Contains("parallax", (string)mistake.Details[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Máy quay lùi xa dần khỏi ngôi nhà", "vi", PhotoMove.PullOut)]
    [InlineData("Từ từ ZOOM VÀO đôi mắt", "vi", PhotoMove.PushIn)]
    [InlineData("Lia từ trái sang phải theo con đường", "vi", PhotoMove.PanRight)]
    [InlineData("Camera ngước lên ngọn tháp", "vi", PhotoMove.TiltUp)]
    [InlineData("slow pan left over the valley", "en", PhotoMove.PanLeft)]
    [InlineData("She looks down at the letter", "en", PhotoMove.TiltDown)]
    [InlineData("A gentle movement, clouds pass", "en", PhotoMove.Drift)]
    [InlineData("hiệu ứng chiều sâu", "vi", PhotoMove.Parallax)]
    public void The_prompt_may_ask_for_a_move(string prompt, string language, object expected) =>
        Assert.Equal(expected, _chooser.Choose(PhotoOrders.Of(language: language), new Picture("/a.jpg", prompt), 1, cutOut: false));

    [Fact]
    public void A_long_picture_is_shown_along_its_length()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            Assert.Contains(Choose(1, 5, seed), new[] { PhotoMove.PanRight });
            Assert.Contains(Choose(2, 0.1, seed), new[] { PhotoMove.TiltDown });
        }
    }

    [Fact]
    public void Neighbouring_scenes_never_move_alike_whatever_their_pictures_are()
    {
        double[] shapes = [0.05, 0.5, 1, 2, 12];
        foreach (var (shape, next) in shapes.SelectMany(shape => shapes.Select(next => (shape, next))))
        {
            for (var seed = 0; seed < 12; seed++)
            {
                Assert.NotEqual(Choose(3, shape, seed), Choose(4, next, seed * 31 + 5));
                Assert.NotEqual(Choose(4, shape, seed), Choose(5, next, seed * 31 + 5, cutOut: true));
            }
        }
    }

    [Fact]
    public void Copies_of_a_scene_may_move_differently()
    {
        Assert.True(Enumerable.Range(0, 30).Select(seed => Choose(1, 1, seed)).Distinct().Count() >= 3);
    }

    private PhotoMove Choose(int scene, double shape, int seed, bool cutOut = false) =>
        _chooser.Choose(PhotoOrders.Of(scene, seed: seed), new Picture("/a.jpg"), shape, cutOut);
}
