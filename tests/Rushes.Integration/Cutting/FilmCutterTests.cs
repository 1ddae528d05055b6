using Rushes.Engine.Cutting;
using Rushes.Engine.Voices;
using Rushes.Film.Briefs;

namespace Rushes.Integration.Cutting;

public sealed class FilmCutterTests : IDisposable
{
    private readonly CuttingRoom _room = new();

    private FilmFacts Film(CutResult cut) => new(_room.Media, cut.Film!);

    public static TheoryData<string> Transitions => [.. Rushes.Film.Cuts.Transition.Names];

    [Theory]
    [MemberData(nameof(Transitions))]
    public async Task The_film_has_exactly_its_frames_at_even_times_and_decodes_cleanly(string transition)
    {
        var order = _room.Order(await _room.NormalAsync(1, 61), await _room.NormalAsync(2, 45, more: 15), await _room.NormalAsync(3, 90)) with { Transition = transition };
        var cut = await _room.Cutter.CutAsync(order, CuttingRoom.Stop);
        Assert.Equal(196, cut.Frames);
        var times = await Film(cut).TimesAsync();
        Assert.Equal(196, times.Count);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(512, pair.Second - pair.First));
        Assert.Equal("", await Film(cut).ComplaintsAsync());
    }

    [Fact]
    public async Task Picture_and_sound_stay_together_from_start_to_end()
    {
        var scenes = new List<CutScene>();
        for (var scene = 1; scene <= 6; scene++)
            scenes.Add((await _room.NormalAsync(scene, 50 + scene * 7)) with { Lines = [await _room.BeepAsync(0, 0.4)] });
        var cut = await _room.Cutter.CutAsync(_room.Order(scenes) with { Sound = Sound.Voices }, CuttingRoom.Stop);
        var flashes = Onsets([.. (await Film(cut).BrightnessAsync()).Select(value => value > 180)]).Select(frame => frame / 30.0).ToList();
        var beeps = Onsets(Loud(await Film(cut).SoundAsync())).Select(sample => sample / 48000.0).ToList();
        Assert.Equal(6, flashes.Count);
        Assert.Equal(6, beeps.Count);
        Assert.All(flashes.Zip(beeps), pair => Assert.InRange(pair.Second - pair.First, -0.04, 0.04));
        var probe = await Film(cut).ProbeAsync();
        var lengths = probe.GetProperty("streams").EnumerateArray().Select(stream => double.Parse(stream.GetProperty("duration").GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.InRange(Math.Abs(lengths[0] - lengths[1]), 0, 1 / 30.0);
    }

    [Fact]
    public async Task The_streams_are_what_platforms_take()
    {
        var cut = await _room.Cutter.CutAsync(_room.Order(await _room.NormalAsync(1, 60), await _room.NormalAsync(2, 60)), CuttingRoom.Stop);
        var probe = await Film(cut).ProbeAsync();
        var streams = probe.GetProperty("streams");
        string Of(int stream, string name) => streams[stream].GetProperty(name).ToString();
        Assert.Equal("h264 High yuv420p 1:1 360 640 tv bt709 bt709 bt709 30/1 30/1", string.Join(' ', new[]
        {
            "codec_name", "profile", "pix_fmt", "sample_aspect_ratio", "width", "height", "color_range", "color_space", "color_transfer", "color_primaries", "avg_frame_rate", "r_frame_rate",
        }.Select(name => Of(0, name))));
        Assert.Equal("aac LC 48000 2 stereo", string.Join(' ', new[] { "codec_name", "profile", "sample_rate", "channels", "channel_layout" }.Select(name => Of(1, name))));
        var bytes = await File.ReadAllBytesAsync(cut.Film!, CuttingRoom.Stop);
        Assert.True(bytes.AsSpan().IndexOf("moov"u8) < bytes.AsSpan().IndexOf("mdat"u8));
    }

    [Fact]
    public async Task The_file_says_what_it_is_and_which_takes_it_is_made_of()
    {
        var cut = await _room.Cutter.CutAsync(_room.Order(await _room.NormalAsync(1, 60), (await _room.NormalAsync(2, 60)) with { Take = 3, Maker = "google-flow veo" }), CuttingRoom.Stop);
        var probe = await Film(cut).ProbeAsync();
        var tags = probe.GetProperty("format").GetProperty("tags");
        Assert.Equal("Chú mèo con; về nhà = #1", tags.GetProperty("title").GetString());
        var comment = tags.GetProperty("comment").GetString();
        Assert.Contains("http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic", comment, StringComparison.Ordinal);
        Assert.Contains("Scene 1: take 1, animatic", comment, StringComparison.Ordinal);
        Assert.Contains("Scene 2: take 3, google-flow veo", comment, StringComparison.Ordinal);
        var chapters = probe.GetProperty("chapters");
        Assert.Equal(["0.000000", "2.000000"], chapters.EnumerateArray().Select(chapter => chapter.GetProperty("start_time").GetString()));
        Assert.Equal("2. Hẻm nhỏ Sài Gòn", chapters[1].GetProperty("tags").GetProperty("title").GetString());
        Assert.Contains("<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org", System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(cut.Film!, CuttingRoom.Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_of_a_trained_model_says_so()
    {
        var cut = await _room.Cutter.CutAsync(_room.Order((await _room.NormalAsync(1, 60)) with { Generated = true }), CuttingRoom.Stop);
        var comment = (await Film(cut).ProbeAsync()).GetProperty("format").GetProperty("tags").GetProperty("comment").GetString();
        Assert.Contains("digitalsourcetype/trainedAlgorithmicMedia", comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Soft_captions_are_a_track_in_their_language_and_files_beside_the_film()
    {
        var scene = (await _room.NormalAsync(1, 90)) with { Captions = [new CaptionCue(0.5, 2.5, "Minh", "Mình về <b>nhà</b> thôi!")] };
        var cut = await _room.Cutter.CutAsync(_room.Order(await _room.NormalAsync(2, 60), scene with { Scene = 3 }) with { Captions = Captions.Soft }, CuttingRoom.Stop);
        var track = (await Film(cut).ProbeAsync()).GetProperty("streams")[2];
        Assert.Equal("mov_text", track.GetProperty("codec_name").GetString());
        Assert.Equal("vie", track.GetProperty("tags").GetProperty("language").GetString());
        await _room.Media.FfmpegAsync("-v", "error", "-i", cut.Film!, "-map", "0:s:0", _room.Media["out.srt"]);
        var shown = await File.ReadAllTextAsync(_room.Media["out.srt"], CuttingRoom.Stop);
        Assert.Contains("00:00:02,500 --> 00:00:04,500", shown, StringComparison.Ordinal);
        Assert.Contains("Mình về", shown, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", await File.ReadAllTextAsync(cut.WebVtt!, CuttingRoom.Stop), StringComparison.Ordinal);
        Assert.Equal(Path.Combine(_room.Project, "subtitles.srt"), cut.SubRip);
    }

    [Fact]
    public async Task What_did_not_change_is_not_made_again()
    {
        var order = _room.Order(await _room.NormalAsync(1, 60), await _room.NormalAsync(2, 60)) with { Transition = "dissolve" };
        var first = await _room.Cutter.CutAsync(order, CuttingRoom.Stop);
        var before = Stamps();
        await _room.Cutter.CutAsync(order, CuttingRoom.Stop);
        Assert.Equal(before, Stamps());

        var changed = order with { Scenes = [order.Scenes[0], (await _room.NormalAsync(3, 75)) with { Scene = 2 }] };
        var second = await _room.Cutter.CutAsync(changed, CuttingRoom.Stop);
        Assert.Equal(135, second.Frames);
        Assert.NotEqual(before[first.Film!], Stamps()[first.Film!]);
        Assert.All(before.Where(file => file.Key.Contains(".cut", StringComparison.Ordinal) && !file.Key.EndsWith("film.json", StringComparison.Ordinal)), file => Assert.Equal(file.Value, Stamps()[file.Key]));
    }

    [Fact]
    public async Task Without_a_clip_there_is_no_film_but_with_cards_there_is()
    {
        var order = _room.Order(await _room.NormalAsync(1, 60), new CutScene { Scene = 2, Frames = 45, Shot = CuttingRoom.Shot() });
        var none = await _room.Cutter.CutAsync(order, CuttingRoom.Stop);
        Assert.Null(none.Film);
        Assert.Equal([2], none.Missing);
        var partial = await _room.Cutter.CutAsync(order with { Partial = true }, CuttingRoom.Stop);
        Assert.Equal(105, (await Film(partial).TimesAsync()).Count);
        Assert.Equal([2], partial.Missing);
    }

    public void Dispose() => _room.Dispose();

    private SortedDictionary<string, long> Stamps() => new(
        Directory.EnumerateFiles(_room.Project, "*", SearchOption.AllDirectories).ToDictionary(file => file, file => File.GetLastWriteTimeUtc(file).Ticks),
        StringComparer.Ordinal);

    private static bool[] Loud(short[] sound)
    {
        // Loud for the next 10 ms on average, so that the zero crossings of the beep are not its end.
        var loud = new bool[sound.Length];
        for (var at = 0; at + 480 < sound.Length; at += 48)
            Array.Fill(loud, sound.AsSpan(at, 96).ToArray().Max(sample => Math.Abs((int)sample)) > 2500, at, 48);
        return loud;
    }

    private static IEnumerable<int> Onsets(bool[] on) => Enumerable.Range(0, on.Length).Where(index => on[index] && (index == 0 || !on[index - 1]));
}
