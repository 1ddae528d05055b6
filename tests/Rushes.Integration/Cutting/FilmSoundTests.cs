using Rushes.Engine.Cutting;
using Rushes.Film.Briefs;

namespace Rushes.Integration.Cutting;

/// <summary>What the film sounds like, as an independent meter hears it.</summary>
public sealed class FilmSoundTests : IDisposable
{
    private readonly CuttingRoom _room = new();

    [Fact]
    public async Task Voices_bed_and_music_have_the_loudness_of_the_platforms()
    {
        var order = await SpokenAsync();
        var (loudness, peak) = await LoudnessAsync(order with { OwnMusic = true });
        Assert.InRange(loudness, -14.5, -13.5);
        Assert.True(peak <= -1, $"{peak} dBTP");
    }

    [Fact]
    public async Task A_film_without_voices_still_has_bed_and_music()
    {
        var order = _room.Order((await _room.NormalAsync(1, 120)) with { Shot = CuttingRoom.Shot("rain", "hope") }, (await _room.NormalAsync(2, 120)) with { Shot = CuttingRoom.Shot("sea", "sad") });
        var (loudness, peak) = await LoudnessAsync(order with { OwnMusic = true });
        Assert.InRange(loudness, -14.5, -13.5);
        Assert.True(peak <= -1, $"{peak} dBTP");
    }

    [Fact]
    public async Task Loud_peaky_music_is_limited_and_not_clipped()
    {
        await _room.Media.FfmpegAsync("-v", "error", "-f", "lavfi", "-i", "aevalsrc='0.9*sin(2*PI*60*t)*exp(-8*mod(t,0.5))+0.95*lt(mod(t,0.25),0.002)':d=7:s=44100", _room.Media["peaky.wav"]);
        var (loudness, peak) = await LoudnessAsync(_room.Order(await _room.NormalAsync(1, 240)) with { Music = _room.Media["peaky.wav"] });
        Assert.InRange(loudness, -14.5, -13.5);
        Assert.True(peak <= -1, $"{peak} dBTP");
    }

    [Fact]
    public async Task Music_steps_back_under_speech_by_eight_decibels_at_least()
    {
        await _room.Media.FfmpegAsync("-v", "error", "-f", "lavfi", "-i", "sine=frequency=300:duration=3", _room.Media["music.mp3"]);
        var scene = (await _room.NormalAsync(1, 300)) with { Lines = [await _room.BeepAsync(3, 2.5)] };
        var cut = await _room.Cutter.CutAsync(_room.Order(scene) with { Music = _room.Media["music.mp3"], Sound = Sound.Voices }, CuttingRoom.Stop);

        // Only the music's own tone is listened to; it was looped three times to get here.
        var music = await new FilmFacts(_room.Media, cut.Film!).SoundAsync("bandpass=f=300:t=q:w=12,bandpass=f=300:t=q:w=12");
        var alone = FilmFacts.Level(music, 1.2, 2.6);
        var under = FilmFacts.Level(music, 3.3, 5.2);
        var after = FilmFacts.Level(music, 6.3, 7.3);
        Assert.InRange(alone - under, 8, 20);
        Assert.InRange(alone - after, -2, 2);
    }

    [Theory]
    [InlineData(Sound.Clip)]
    [InlineData(Sound.Voices)]
    [InlineData(Sound.Mix)]
    public async Task The_clips_own_sound_is_kept_replaced_or_mixed(Sound mode)
    {
        var clip = await _room.ProviderClipAsync("own.mp4", "-f", "lavfi", "-i", "color=s=360x640:r=30:d=4", "-f", "lavfi", "-i", "sine=frequency=300:duration=4", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac");
        var scene = new CutScene { Scene = 1, Frames = 120, Clip = clip, Lines = [await _room.BeepAsync(2, 1.5)] };
        var cut = await _room.Cutter.CutAsync(_room.Order(scene) with { Sound = mode }, CuttingRoom.Stop);
        var film = new FilmFacts(_room.Media, cut.Film!);
        var own = await film.SoundAsync("bandpass=f=300:t=q:w=12,bandpass=f=300:t=q:w=12");
        var ours = await film.SoundAsync("bandpass=f=1000:t=q:w=12,bandpass=f=1000:t=q:w=12");
        Assert.Equal(mode != Sound.Voices, FilmFacts.Level(own, 0.5, 1.5) > -40);
        Assert.Equal(mode != Sound.Clip, FilmFacts.Level(ours, 2.3, 3.3) > -40);
        if (mode == Sound.Mix)
            Assert.True(FilmFacts.Level(own, 0.5, 1.5) - FilmFacts.Level(own, 2.3, 3.3) > 6);
    }

    [Fact]
    public async Task Silence_is_no_failure()
    {
        var silent = await _room.ProviderClipAsync("silent.mp4", "-f", "lavfi", "-i", "color=s=360x640:r=30:d=2", "-f", "lavfi", "-i", "anullsrc=d=2", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac");
        var cut = await _room.Cutter.CutAsync(_room.Order(new CutScene { Scene = 1, Frames = 60, Clip = silent }) with { Sound = Sound.Clip }, CuttingRoom.Stop);
        Assert.True(FilmFacts.Level(await new FilmFacts(_room.Media, cut.Film!).SoundAsync(), 0, 1.9) < -80);
    }

    [Fact]
    public async Task Sound_of_clips_passes_from_one_to_the_next_with_the_picture()
    {
        var low = await _room.ProviderClipAsync("low.mp4", "-f", "lavfi", "-i", "color=s=360x640:r=30:d=3", "-f", "lavfi", "-i", "sine=frequency=300:duration=3", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac");
        var high = await _room.ProviderClipAsync("high.mp4", "-f", "lavfi", "-i", "color=s=360x640:r=30:d=3", "-f", "lavfi", "-i", "sine=frequency=1000:duration=3", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac");
        var order = _room.Order(new CutScene { Scene = 1, Frames = 60, Clip = low }, new CutScene { Scene = 2, Frames = 60, Clip = high }) with { Sound = Sound.Clip, Transition = "dissolve" };
        var film = new FilmFacts(_room.Media, (await _room.Cutter.CutAsync(order, CuttingRoom.Stop)).Film!);
        var first = await film.SoundAsync("bandpass=f=300:t=q:w=12,bandpass=f=300:t=q:w=12");
        Assert.True(FilmFacts.Level(first, 2.1, 2.2) > FilmFacts.Level(first, 1, 1.8) - 8, "the first clip is still heard in the passage");
        Assert.True(FilmFacts.Level(first, 2.7, 3.5) < FilmFacts.Level(first, 1, 1.8) - 30, "and no longer after it");
    }

    public void Dispose() => _room.Dispose();

    private async Task<CutOrder> SpokenAsync() => _room.Order(
        (await _room.NormalAsync(1, 120)) with { Lines = [await _room.BeepAsync(0.4, 1.5)], Shot = CuttingRoom.Shot("rain", "tense", -0.5) },
        (await _room.NormalAsync(2, 120)) with { Lines = [await _room.BeepAsync(1, 2)], Shot = CuttingRoom.Shot("rain", "hope", 0.8) });

    private async Task<(double Loudness, double Peak)> LoudnessAsync(CutOrder order) =>
        await new FilmFacts(_room.Media, (await _room.Cutter.CutAsync(order, CuttingRoom.Stop)).Film!).LoudnessAsync();
}
