namespace Rushes.Integration.EndToEnd;

/// <summary>Options and arguments that are wrong by themselves.</summary>
[Collection(OneFinishedHome.Name)]
public sealed class WrongOptionsTests(FinishedHome finished)
{
    /// <summary>Stands for the finished project's name.</summary>
    private const string Finished = "FINISHED";

    private const string Idea = "A small boat on a wide sea";

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\n\t \n")]
    [InlineData("\u00A0\u3000\u2003")]
    public async Task An_idea_must_say_something(string idea) =>
        Assert.Equal("idea", (await finished.RefusesAsync(2, ["text2video", idea])).Field);

    [Fact]
    public async Task An_idea_of_forty_thousand_characters_is_too_long()
    {
        var (sentence, field) = await finished.RefusesAsync(2, ["text2video", string.Concat(Enumerable.Repeat("một chú mèo ", 3334))[..40_000]]);
        Assert.Equal("idea", field);
        Assert.Contains("40,000", sentence, StringComparison.Ordinal);
        Assert.Contains("20,000", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("2.99")]
    [InlineData("-8")]
    [InlineData("3600.5")]
    [InlineData("100000")]
    [InlineData("1e300")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("abc")]
    [InlineData("8s")]
    [InlineData("")]
    public async Task A_film_lasts_three_seconds_to_an_hour(string duration)
    {
        var (_, field) = await finished.RefusesAsync(2, ["text2video", Idea, "--duration", duration]);
        Assert.Equal("duration", field);
    }

    [Theory]
    [InlineData("style", "impressionist")]
    [InlineData("style", "cinematik")]
    [InlineData("template", "nine-act")]
    [InlineData("domain", "alchemy")]
    [InlineData("topic", "gold")]
    [InlineData("aspect", "3:2")]
    [InlineData("aspect", "9/16")]
    [InlineData("transition", "star-wipe")]
    [InlineData("platform", "myspace")]
    [InlineData("language", "tlh")]
    [InlineData("quality", "8k")]
    [InlineData("captions", "sometimes")]
    [InlineData("sound", "loud")]
    [InlineData("copies", "0")]
    [InlineData("copies", "13")]
    [InlineData("copies", "1.5")]
    [InlineData("seed", "lucky")]
    [InlineData("seed", "-1")]
    [InlineData("voice", "nobody")]
    [InlineData("wait", "soon")]
    [InlineData("max-cost", "-1")]
    [InlineData("max-cost", "free")]
    [InlineData("music", "missing.mp3")]
    [InlineData("provider", "hollywood")]
    [InlineData("account", "Somebody Else")]
    [InlineData("writer", "shakespeare")]
    [InlineData("out", "")]
    public async Task An_option_takes_only_what_it_knows(string option, string value)
    {
        var (sentence, field) = await finished.RefusesAsync(2, ["text2video", Idea, "--duration", "3", $"--{option}", value]);
        Assert.Equal(option, field);
        Assert.Contains(value, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_of_the_finger_is_answered_with_the_nearest_name() =>
        Assert.Contains("cinematic", (await finished.RefusesAsync(2, ["text2video", Idea, "--style", "cinematik"])).English, StringComparison.Ordinal);

    [Fact]
    public async Task An_option_given_twice_is_not_said_to_lack_a_value()
    {
        var (sentence, field) = await finished.RefusesAsync(2, ["text2video", Idea, "--duration", "3", "--duration", "5"]);
        Assert.Equal("duration", field);
        Assert.DoesNotContain("needs a value", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_built_in_writer_says_who_else_could_write_another_language() =>
        Assert.Contains("--writer", (await finished.RefusesAsync(2, ["text2video", Idea, "--language", "ja"])).English, StringComparison.Ordinal);

    [Theory]
    [InlineData("text2video", Idea, "--colour", "red")]
    [InlineData("text2video", Idea, "--duration")]
    [InlineData("text2video", Idea, "and another idea")]
    [InlineData("text2video", Idea, "--quality", "preview", "--bad\noption")]
    [InlineData("text2video")]
    [InlineData("image2video")]
    [InlineData("sales-video")]
    [InlineData("script")]
    [InlineData("script", Idea)]
    [InlineData("make-me-famous")]
    [InlineData("accounts")]
    [InlineData("pick")]
    [InlineData("pick", Finished, "1")]
    [InlineData("pick", Finished, "1", "7")]
    [InlineData("pick", Finished, "99", "1")]
    [InlineData("pick", Finished, "one", "1")]
    [InlineData("pick", Finished, "0", "1")]
    [InlineData("pick", "another-film", "1", "1")]
    [InlineData("pick", "../../etc", "1", "1")]
    [InlineData("cut")]
    [InlineData("cut", "another-film")]
    [InlineData("cut", "..")]
    [InlineData("projects", "remove", "another-film")]
    [InlineData("projects", "remove", "../projects")]
    [InlineData("projects", "remove", "")]
    [InlineData("resume", "no-such-run")]
    [InlineData("retry", "no-such-run")]
    [InlineData("cancel", "no-such-run")]
    [InlineData("merge")]
    [InlineData("merge", "missing.mp4", "--out", "merged.mp4")]
    [InlineData("script", Idea, "--variants", "0", "--out", "v.json")]
    [InlineData("script", Idea, "--kind", "poem", "--out", "v.json")]
    [InlineData("voices", "--language", "tlh")]
    [InlineData]
    public async Task A_command_that_makes_no_sense_is_answered_in_one_sentence(params string[] command) =>
        await finished.RefusesAsync(2, [.. command.Select(word => word == Finished ? Path.GetFileName(finished.Project) : word)]);

    [Fact]
    public async Task A_scene_that_the_run_does_not_have_cannot_be_retried()
    {
        await finished.RefusesAsync(2, ["retry", finished.Run, "--scene", "99"]);
        await finished.RefusesAsync(2, ["retry", finished.Run, "--scene", "0"]);
    }

    [Fact]
    public async Task A_project_folder_is_never_filmed_over()
    {
        var (sentence, field) = await finished.RefusesAsync(2, ["text2video", Idea, "--out", finished.Project]);
        Assert.Equal("out", field);
        Assert.Contains(finished.Project, sentence, StringComparison.Ordinal);
    }
}
