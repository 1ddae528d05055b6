using FsCheck;
using FsCheck.Fluent;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Pictures;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Writing.Pictures;

public sealed class ImageScriptTests
{
    private static Script Of(double seconds, params Picture[] pictures) =>
        ImageScript.Of(new() { Workflow = Workflow.Image2Video, Idea = "IMG_1", Duration = seconds, Pictures = pictures });

    private static Script Of(string prompt) => Of(4, new Picture("/p/a.jpg", prompt));

    [Fact]
    public void The_seconds_add_up_and_no_picture_flits_by()
    {
        var films = from count in Gen.Choose(1, 40)
                    from extra in Gen.Choose(0, 60_000)
                    from own in Gen.Choose(0, count - 1)
                    select (count, total: (count * 1.5) + (extra / 1000.0), own);
        Prop.ForAll(films.ToArbitrary(), film =>
        {
            var pictures = Enumerable.Range(0, film.count).Select(i => new Picture($"/p/{i}.jpg", Seconds: i < film.own ? 1.5 : null)).ToArray();
            var script = Of(film.total, pictures);
            Assert.Equal(film.count, script.Scenes.Count);
            Assert.Equal(film.total, script.Duration, 6);
            Assert.All(script.Scenes, scene => Assert.True(scene.Duration >= 1.5 - 1e-9, $"{scene.Duration}"));
            Assert.All(script.Scenes.Take(film.own), scene => Assert.Equal(1.5, scene.Duration));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Pictures_that_all_bring_their_seconds_keep_their_proportions()
    {
        var script = Of(9, new Picture("/a.jpg", Seconds: 2), new Picture("/b.jpg", Seconds: 4));
        Assert.Equal(9, script.Duration, 6);
        Assert.True(script.Scenes[0].Duration < script.Scenes[1].Duration);
        Assert.Equal([2, 4], Of(6, new Picture("/a.jpg", Seconds: 2), new Picture("/b.jpg", Seconds: 4)).Scenes.Select(scene => scene.Duration));
    }

    public static TheoryData<double, Picture[], string> TooShort => new()
    {
        { 3, [new("/a.jpg"), new("/b.jpg"), new("/c.jpg")], "script.pictures-short" },
        { 9, [new("/a.jpg", Seconds: 8), new("/b.jpg")], "script.pictures-taken" },
        { 9, [new("/a.jpg", Seconds: 1), new("/b.jpg")], "script.picture-seconds" },
        { 9, [], "script.no-pictures" },
    };

    [Theory]
    [MemberData(nameof(TooShort))]
    public void Too_short_a_film_is_a_mistake(double seconds, Picture[] pictures, string code)
    {
        var mistake = Assert.Throws<MistakeException>(() => Of(seconds, pictures)).Mistake;
        Assert.Equal(code, mistake.Code);
        Assert.NotEmpty(Sentence.Of(mistake));
    }

    [Theory]
    [InlineData("Waves roll in, slow zoom in on the boat", "Medium, slow zoom-in")]
    [InlineData("Máy quay lia trái qua bãi biển.", "Medium, pan left")]
    [InlineData("Aerial shot: the camera pulls back", "Aerial, zoom-out")]
    [InlineData("Cận cảnh khuôn mặt em bé", "Close-up, static")]
    [InlineData("A cook holds a frying pan by the still lake", null)]
    public void The_camera_does_what_the_prompt_asks(string prompt, string? shot) => Assert.Equal(shot, Of(prompt).Scenes[0].CameraShot);

    [Fact]
    public void A_move_given_by_name_wins() => Assert.Equal("Medium, tilt up", Of(4, new Picture("/a.jpg", "pan left", "tilt-up")).Scenes[0].CameraShot);

    [Fact]
    public void Nothing_is_said_unless_the_user_wrote_it()
    {
        var silent = Of("The boy walks under a sign that reads \"OPEN\".").Scenes[0];
        Assert.Empty(silent.Dialogues);
        Assert.Null(silent.Narration);

        var script = Of("The boy waves. Minh: \"See you tomorrow!\"\nNarration: He never came back.");
        var scene = script.Scenes[0];
        Assert.Equal(("Minh", "See you tomorrow!"), (scene.Dialogues[0].Speaker, scene.Dialogues[0].Text));
        Assert.Equal("He never came back.", scene.Narration);
        Assert.DoesNotContain("never", scene.Prompt, StringComparison.Ordinal);
        Assert.Equal("Minh", Assert.Single(script.Characters).Name);
    }

    [Fact]
    public void What_a_scene_file_has_spoken_is_spoken()
    {
        var prompts = PromptFile.Read("""{"scenes":[{"prompt":"Biển đêm","narration":"Ngày ấy.","dialogues":[{"speaker":"Lan","text":"Mẹ ơi!"},"Ơi!"]}]}""", "s.json");
        var scene = Of(4, [.. PicturePairing.Pair(["/a.jpg"], prompts, null, false)]).Scenes[0];
        Assert.Equal(("Biển đêm", "Ngày ấy."), (scene.Prompt, scene.Narration));
        Assert.Equal([("Lan", "Mẹ ơi!"), (null, "Ơi!")], scene.Dialogues.Select(line => (line.Speaker, line.Text)));
    }

    [Fact]
    public void Without_prompts_the_script_can_still_be_read_back()
    {
        var script = Of(6, new Picture("/p/Old_boat-2.jpg"), new Picture("/p/b.jpg"));
        Assert.Equal(ScriptJson.Write(script), ScriptJson.Write(ScriptJson.Read(ScriptJson.Write(script), "s.json")));
        Assert.All(script.Scenes, scene => Assert.Null(scene.Location));
        Assert.Equal("IMG 1", script.Title);
    }

    [Fact]
    public void Language_and_title_come_from_the_prompts()
    {
        var script = Of("Sóng biển vỗ bờ cát. Nắng lên.");
        Assert.Equal(("vi", "Sóng biển vỗ bờ cát"), (script.Language, script.Title));
        Assert.Equal("en", Of("Waves roll in at the beach.").Language);
    }
}
