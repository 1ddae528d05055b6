using Rushes.Engine.Library;
using Rushes.Engine.Voices;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Voices;

public sealed class SpeechDirectorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rushes-voices-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Lines_that_fit_keep_the_scene_as_long_as_it_was()
    {
        var (film, voice) = await SpeakAsync(8, 2, 2);
        var scene = Assert.Single(film.Scenes);
        Assert.Equal(240, scene.Frames);
        Assert.Equal(0, scene.HeldFrames);
        Assert.All(voice.Rates, rate => Assert.Equal(1, rate));
    }

    [Fact]
    public async Task Lines_follow_one_another_inside_their_scene()
    {
        var (film, _) = await SpeakAsync(8, 2, 1.5, 2);
        var lines = film.Scenes[0].Lines;
        Assert.True(lines[0].Start > 0);
        Assert.True(lines[^1].End < 8);
        for (var index = 1; index < lines.Count; index++)
            Assert.True(lines[index].Start > lines[index - 1].End);
    }

    [Fact]
    public async Task A_line_a_little_too_long_is_spoken_faster()
    {
        var (film, voice) = await SpeakAsync(4, 3.6);
        Assert.Equal(0, film.Scenes[0].HeldFrames);
        Assert.InRange(voice.Rates[^1], 1.01, SpeechDirector.Fastest);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(9)]
    public async Task A_line_much_too_long_holds_the_scene_and_is_never_cut(double seconds)
    {
        var (film, _) = await SpeakAsync(4, seconds);
        var scene = film.Scenes[0];
        Assert.True(scene.HeldFrames > 0);
        Assert.Equal(120 + scene.HeldFrames, scene.Frames);
        var line = Assert.Single(scene.Lines);
        Assert.Equal(seconds / SpeechDirector.Fastest, line.End - line.Start, 2);
        Assert.True(line.End <= FrameRate.Film.Seconds(scene.Frames));
    }

    [Fact]
    public async Task A_line_spoken_before_is_not_spoken_again()
    {
        await SpeakAsync(8, 2);
        var (_, again) = await SpeakAsync(8, 2);
        Assert.Empty(again.Rates);
    }

    [Fact]
    public async Task Without_a_voice_every_line_keeps_its_time_and_the_film_says_that_it_is_silent()
    {
        var script = ScriptOf(6, "một hai ba bốn năm sáu bảy tám");
        var director = new SpeechDirector([], new CharacterBearing(ProductData.Shelf), new SpeakingRates(new Catalogue(ProductData.Shelf)), new SpeakingStyles(ProductData.Shelf));
        var film = await director.SpeakAsync(script, null, FrameRate.Film, _folder, null, TestContext.Current.CancellationToken);
        Assert.True(film.Silent);
        var line = Assert.Single(film.Scenes[0].Lines);
        Assert.Null(line.Wav);
        Assert.Equal(2, line.End - line.Start, 1);
    }

    private async Task<(SpokenFilm Film, ScriptedVoice Voice)> SpeakAsync(double scene, params double[] lines)
    {
        var voice = new ScriptedVoice(lines);
        var director = new SpeechDirector([voice], new CharacterBearing(ProductData.Shelf), new SpeakingRates(new Catalogue(ProductData.Shelf)), new SpeakingStyles(ProductData.Shelf));
        var script = ScriptOf(scene, [.. lines.Select((_, index) => $"line {index}")]);
        return (await director.SpeakAsync(script, null, FrameRate.Film, _folder, null, TestContext.Current.CancellationToken), voice);
    }

    private static Script ScriptOf(double seconds, params string[] lines) => new()
    {
        Title = "t",
        Language = "vi",
        Scenes = [new Scene { Prompt = "p", Duration = seconds, Dialogues = [.. lines.Select(line => new Dialogue { Text = line })] }],
    };

    /// <summary>Speaks each line in the seconds that the test says, shortened by the rate as a real voice would.</summary>
    private sealed class ScriptedVoice(double[] seconds) : ISpeechEngine
    {
        private readonly Dictionary<string, double> _length = seconds.Select((value, index) => ($"line {index}", value)).ToDictionary(StringComparer.Ordinal);

        public string Name => "scripted";

        public List<double> Rates { get; } = [];

        public Task<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<Voice>>([new Voice("scripted:one", "vi", "female", "adult", "one")]);

        public Voice? Find(string name, string language) => null;

        public Task<Utterance> SpeakAsync(SpeechOrder order, CancellationToken cancellation)
        {
            lock (Rates)
                Rates.Add(order.Rate);
            var length = _length[order.Text] / order.Rate;
            PcmWave.Write(order.Wav, new short[(int)(length * PcmWave.SampleRate)]);
            return Task.FromResult<Utterance>(new Utterance.Spoken(length));
        }
    }
}
