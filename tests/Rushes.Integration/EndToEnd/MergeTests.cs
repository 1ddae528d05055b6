namespace Rushes.Integration.EndToEnd;

/// <summary>Video files of whatever kind, joined.</summary>
public sealed class MergeTests : IDisposable
{
    private readonly TestHome _home = new();

    [Fact]
    public async Task Files_of_different_sizes_rates_and_sounds_become_one_film()
    {
        var one = await VideoAsync("one.mp4", "red", "320x568", 25, 2, sound: true);
        var two = await VideoAsync("it's two, [really].mp4", "blue", "640x360", 30, 1, sound: false);
        var merged = _home["merged.mp4"];
        var answer = (await _home.AskAsync("merge", one, two, "--out", merged, "--resolution", "360p")).Expect(0).Json;
        Assert.Equal(merged, answer.GetProperty("film").GetString());
        var facts = await Screening.WatchAsync(merged);
        Assert.InRange(facts.Seconds, 2.95, 3.05);
        Assert.InRange(facts.AudioSeconds ?? 0, facts.Seconds - 0.05, facts.Seconds + 0.05);
        Assert.Equal(360, Math.Min(facts.Width, facts.Height));
        var (first, last) = (await Screening.ColoursAsync(merged, 0.5, 1, 1), await Screening.ColoursAsync(merged, 2.5, 1, 1));
        Assert.True(first[0] > first[2] && last[2] > last[0]);
    }

    [Theory]
    [InlineData("fade")]
    [InlineData("dissolve")]
    [InlineData("wipe-left")]
    [InlineData("slide-up")]
    public async Task A_transition_joins_without_shortening(string transition)
    {
        var one = await VideoAsync("one.mp4", "red", "180x320", 30, 2, sound: true);
        var two = await VideoAsync("two.mp4", "blue", "180x320", 30, 2, sound: true);
        (await _home.AskAsync("merge", one, two, "--out", _home["merged.mp4"], "--transition", transition)).Expect(0);
        Assert.InRange((await Screening.WatchAsync(_home["merged.mp4"])).Frames, 119, 121);
    }

    [Fact]
    public async Task A_file_of_the_merge_is_never_overwritten()
    {
        var one = await VideoAsync("one.mp4", "red", "180x320", 30, 1, sound: true);
        var two = await VideoAsync("two.mp4", "blue", "180x320", 30, 1, sound: true);
        var before = FileFacts.Of(one);
        Assert.NotEmpty((await _home.RunAsync("merge", one, two, "--out", one)).Expect(2).Complaint);
        Assert.Equal(before, FileFacts.Of(one));
    }

    public void Dispose() => _home.Dispose();

    private async Task<string> VideoAsync(string name, string colour, string size, int rate, int seconds, bool sound)
    {
        string[] tone = sound ? ["-f", "lavfi", "-i", $"sine=frequency=440:sample_rate=44100:duration={seconds}", "-c:a", "aac"] : [];
        await Screening.FfmpegAsync(
            ["-f", "lavfi", "-i", $"color=c={colour}:s={size}:r={rate}:d={seconds}", .. tone, "-c:v", "libx264", "-pix_fmt", "yuv420p", $"file:{_home[name]}"]);
        return _home[name];
    }
}
