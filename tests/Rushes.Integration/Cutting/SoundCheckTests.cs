using Rushes.Film;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Integration.Cutting;

/// <summary>What is let in as music: sound, and nothing that makes ffmpeg read other files.</summary>
public sealed class SoundCheckTests : IDisposable
{
    private readonly Media _media = new();

    [Theory]
    [InlineData("tone.mp3")]
    [InlineData("tone.wav")]
    [InlineData("tone.flac")]
    [InlineData("tone.ogg")]
    [InlineData("tone.m4a")]
    [InlineData("tone.aac")]
    public async Task Music_of_the_usual_kinds_can_be_heard(string name)
    {
        await ToneAsync(name);
        await new SoundCheck(_media.Programs).CheckAsync(_media[name], CuttingRoom.Stop);
    }

    [Fact]
    public async Task What_is_missing_or_holds_no_sound_is_named()
    {
        await File.WriteAllTextAsync(_media["words.mp3"], "Only words, as long as a small song would be.", CuttingRoom.Stop);
        await _media.FfmpegAsync("-v", "error", "-f", "lavfi", "-i", "sine=duration=1", "-t", "0", _media["empty.wav"]);
        Assert.Equal(("project.music-missing", "music"), await WrongAsync("none.mp3"));
        Assert.Equal(("cut.music-unreadable", "music"), await WrongAsync("words.mp3"));
        Assert.Equal(("cut.music-unreadable", "music"), await WrongAsync("empty.wav"));
    }

    /// <summary>ffmpeg looks past the tag of an mp3 for what follows it, finds a playlist there and plays what that names.</summary>
    [Fact]
    public async Task A_playlist_behind_the_tag_of_an_mp3_is_neither_checked_nor_decoded()
    {
        await ToneAsync("secret.ts");
        await File.WriteAllBytesAsync(
            _media["list.mp3"],
            [.. "ID3\u0003\0\0\0\0\0\0"u8, .. "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nsecret.ts\n#EXT-X-ENDLIST\n"u8],
            CuttingRoom.Stop);
        await _media.FfmpegAsync("-v", "error", "-i", _media["list.mp3"], _media["read-by-plain-ffmpeg.wav"]);
        Assert.NotEqual(0, new FileInfo(_media["read-by-plain-ffmpeg.wav"]).Length);

        Assert.Equal(("cut.music-unreadable", "music"), await WrongAsync("list.mp3"));
        await Assert.ThrowsAsync<MistakeException>(() => new SoundLab(_media.Programs).DecodeAsync(_media["list.mp3"], _media["list.pcm"], CuttingRoom.Stop));
    }

    public void Dispose() => _media.Dispose();

    private Task ToneAsync(string name) => _media.FfmpegAsync("-v", "error", "-f", "lavfi", "-i", "sine=frequency=300:duration=1", _media[name]);

    private async Task<(string Code, string? Field)> WrongAsync(string name)
    {
        var wrong = (await Assert.ThrowsAsync<MistakeException>(() => new SoundCheck(_media.Programs).CheckAsync(_media[name], CuttingRoom.Stop))).Mistake;
        Assert.Contains(_media[name], wrong.Details);
        return (wrong.Code, wrong.Field);
    }
}
