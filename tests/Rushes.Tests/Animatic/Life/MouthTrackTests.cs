using Rushes.Engine.Voices;
using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Life;

namespace Rushes.Tests.Animatic.Life;

public sealed class MouthTrackTests : IDisposable
{
    private readonly string _wav = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.wav");

    [Fact]
    public void A_mouth_opens_with_the_voice_and_only_within_the_line()
    {
        // Half a second of voice, half a second of silence, half a second of voice.
        Write(seconds: 1.5, second => second is < 0.5 or >= 1);
        var track = new MouthTrack([new SpokenLine("Lan", "...", 1, 2.5, _wav)], frames: 120, FrameRate.Film);
        var shapes = Enumerable.Range(0, 120).Select(track.At).ToArray();
        Assert.All(shapes[..30], shape => Assert.Equal(MouthShape.Closed, shape));
        Assert.All(shapes[75..], shape => Assert.Equal(MouthShape.Closed, shape));
        Assert.Contains(MouthShape.Open, shapes[30..45]);
        Assert.All(shapes[48..60], shape => Assert.Equal(MouthShape.Closed, shape));
        Assert.Contains(MouthShape.Open, shapes[60..75]);
    }

    [Fact]
    public void A_mouth_does_not_flutter()
    {
        Write(seconds: 3, second => second * 30 % 2 < 1);
        var track = new MouthTrack([new SpokenLine("Lan", "...", 0, 3, _wav)], frames: 90, FrameRate.Film);
        var changes = Enumerable.Range(1, 89).Where(frame => track.At(frame) != track.At(frame - 1)).ToList();
        Assert.All(changes.Zip(changes.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 2 || pair.Second == 89));
    }

    [Fact]
    public void A_line_without_a_voice_is_mouthed()
    {
        var track = new MouthTrack([new SpokenLine("Lan", "...", 0.5, 2, null)], frames: 90, FrameRate.Film);
        var spoken = Enumerable.Range(15, 45).Select(track.At).ToList();
        Assert.Contains(MouthShape.Open, spoken);
        Assert.Contains(MouthShape.Closed, spoken);
    }

    public void Dispose() => File.Delete(_wav);

    private void Write(double seconds, Func<double, bool> speaks) => PcmWave.Write(
        _wav,
        [.. Enumerable.Range(0, (int)(seconds * PcmWave.SampleRate)).Select(at => (short)(speaks((double)at / PcmWave.SampleRate) ? 9000 * Math.Sin(at * 0.03) : 0))]);
}
