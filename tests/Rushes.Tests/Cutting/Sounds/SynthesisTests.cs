using System.Runtime.InteropServices;
using Rushes.Engine.Cutting.Sounds;
using Rushes.Engine.Cutting.Sounds.Synthesis;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Cutting.Sounds;

public sealed class SynthesisTests
{
    private static readonly RepositoryData Data = new();

    public static TheoryData<string> Beds => [.. Data.Names("sound/beds", ".json").Select(name => Path.GetFileNameWithoutExtension(name))];

    public static TheoryData<string> Moods => [.. Data.Names("sound/moods", ".json").Select(name => Path.GetFileNameWithoutExtension(name))];

    [Theory]
    [MemberData(nameof(Beds))]
    public void A_bed_loops_without_a_click(string bed)
    {
        var (left, right) = BedSynthesiser.Render(new BedBook(Data).Open(bed) with { Seconds = 5 }, 1);
        foreach (var side in new[] { left, right })
        {
            var steps = Enumerable.Range(1, side.Length - 1).Select(index => Math.Abs(side[index] - side[index - 1])).Order().ToArray();
            Assert.True(Math.Abs(side[0] - side[^1]) <= steps[^2], "the step from the end to the beginning is not higher than others");
            Assert.InRange(side.Max(Math.Abs), 0.1f, 0.71f);
            Assert.InRange(side.Average(), -0.02f, 0.02f);
        }
    }

    [Fact]
    public void Every_bed_that_the_scenery_names_is_there()
    {
        var named = Data.Names("scenery", "place.json").Concat(Data.Names("weather", "weather.json"))
            .Select(name => System.Text.Json.JsonDocument.Parse(File.ReadAllText(Data.PathOf(name))).RootElement)
            .Where(place => place.TryGetProperty("bed", out _))
            .Select(place => place.GetProperty("bed").GetString()!);
        Assert.All(named.Distinct(), bed => Assert.True(Data.Has($"sound/beds/{bed}.json"), bed));
    }

    [Theory]
    [InlineData("rain", null, "rain")]
    [InlineData("tiếng mưa rơi trên mái tôn", "Nhà", "rain")]
    [InlineData(null, "Quán cà phê nhỏ", "cafe")]
    [InlineData(null, "Nhà hàng ven biển", "cafe")]
    [InlineData(null, "A quiet beach at dusk", "sea")]
    [InlineData("", "Chợ đêm Đà Lạt", "crowd")]
    public void A_scene_finds_its_bed(string? sound, string? location, string bed) =>
        Assert.Equal(bed, new BedBook(Data).For(new Scene { Prompt = "…", Duration = 4, Sound = sound, Location = location }));

    [Theory]
    [InlineData("hope", 0, "hope")]
    [InlineData("Sợ hãi", 0, "tense")]
    [InlineData("determination", 0, "hope")]
    [InlineData(null, -0.8, "sad")]
    [InlineData("không rõ", 0, "calm")]
    public void A_scene_finds_its_mood(string? emotion, double intensity, string mood) =>
        Assert.Equal(mood, new MoodBook(Data).For(new Scene { Prompt = "…", Duration = 4, Emotion = emotion, Intensity = intensity }));

    [Theory]
    [MemberData(nameof(Moods))]
    public void Music_is_as_long_as_the_film_never_clips_and_fades_out(string mood)
    {
        var notes = new Composer(new MoodBook(Data).Open, 5).Compose([new(mood, -0.5, 0, 3 * Pcm.Rate), new(mood, 0.9, 3 * Pcm.Rate, 6 * Pcm.Rate)]);
        Assert.NotEmpty(notes);
        var samples = Play(notes, 9 * Pcm.Rate);
        Assert.Equal(18 * Pcm.Rate, samples.Length);
        Assert.True(samples.Max(sample => Math.Abs((int)sample)) is > 1500 and < 32000);
        Assert.True(samples[^200..].Max(sample => Math.Abs((int)sample)) < 100);
        double Power(int from, int to) => samples[(from * 96000)..(to * 96000)].Average(sample => (double)sample * sample);
        Assert.True(Power(5, 7) > Power(1, 3), "stronger feelings are played more strongly");
    }

    [Fact]
    public void The_same_film_has_the_same_music_and_another_seed_another()
    {
        MusicPart[] parts = [new("hope", 0.2, 0, 3 * Pcm.Rate)];
        short[] Of(ulong seed) => Play(new Composer(new MoodBook(Data).Open, seed).Compose(parts), 3 * Pcm.Rate);
        Assert.Equal(Of(1), Of(1));
        Assert.NotEqual(Of(1), Of(2));
    }

    [Fact]
    public void All_notes_belong_to_one_key()
    {
        MusicPart[] parts = [.. new[] { "hope", "sad", "happy", "calm", "epic" }.Select((mood, index) => new MusicPart(mood, 0.3, index * 8L * Pcm.Rate, 8 * Pcm.Rate))];
        var notes = new Composer(new MoodBook(Data).Open, 3).Compose(parts).Where(note => note.Instrument is Instrument.Pad or Instrument.Pluck or Instrument.Bell or Instrument.Bass);
        Assert.InRange(notes.Select(note => ((int)note.Pitch + 120) % 12).Distinct().Count(), 5, 7);
    }

    private static short[] Play(IReadOnlyList<Note> notes, long length)
    {
        var file = Path.GetTempFileName();
        try
        {
            Orchestra.Play(notes, length, file, TestContext.Current.CancellationToken);
            return MemoryMarshal.Cast<byte, short>(File.ReadAllBytes(file)).ToArray();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
