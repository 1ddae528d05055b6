using System.Runtime.InteropServices;
using System.Text.Json;
using Rushes.Engine.Cutting.Sounds.Synthesis;
using Rushes.Film;

namespace Rushes.Engine.Cutting.Sounds;

/// <summary>
/// Makes the film's sound from its score: beds and music are synthesised once, everything is mixed on the timeline to the sample, brought to the loudness of the
/// platforms and coded once. Every step is kept under the digest of what it was made from.
/// </summary>
internal sealed class SoundRoom(ISoundLab lab, BedBook beds, MoodBook moods)
{
    private const double VoiceLevel = -20;
    private const double ClipLevel = -22;
    private const double MusicLevel = -28;
    private const double UserMusicLevel = -25;

    /// <summary>How far each steps back under speech, in decibels.</summary>
    private const double MusicDuck = 13;
    private const double ClipDuck = 10;
    private const double BedDuck = 6;

    /// <summary>What is quieter than this is silence: it is not made louder.</summary>
    private const double Silence = -60;

    private const int MostTries = 4;
    /// <summary>dBTP of the coded sound; the meter rounds to a tenth, so a tenth below the bar.</summary>
    private const double HighestPeak = -1.1;

    /// <summary>The coded sound of the film.</summary>
    public async Task<string> MakeAsync(SoundScore score, CutFolder folder, CancellationToken cancellation)
    {
        var name = $"sound/film-{Describe(score, folder)}.m4a";
        return await folder.OnceAsync(name, async part =>
        {
            var tracks = new List<ITrack>();
            using var mix = new Mix(score.Length, tracks);
            await GatherAsync(tracks, score, folder, cancellation);
            await CodeAsync(mix, part, cancellation);
        }, cancellation);
    }

    /// <summary>The user's music as samples.</summary>
    /// <exception cref="MistakeException">There is no such file, or no sound in it.</exception>
    public Task<string> DecodeAsync(string music, CutFolder folder, CancellationToken cancellation) => File.Exists(music)
        ? folder.OnceAsync($"sound/user-{folder.Bench.DigestOf(music)}.pcm", part => lab.DecodeAsync(music, part, cancellation), cancellation)
        : throw Mistake.Input("cut.music-unreadable", music, music).AsException();

    /// <summary>Loudness of a whole file; null when it is silent.</summary>
    public static double? LoudnessOf(string pcm)
    {
        using var reader = new PcmReader(pcm);
        var meter = new LoudnessMeter();
        var (left, right) = (new float[Pcm.Block], new float[Pcm.Block]);
        for (long at = 0; at < reader.Length; at += Pcm.Block)
        {
            var count = (int)Math.Min(Pcm.Block, reader.Length - at);
            reader.Read(at, left.AsSpan(0, count), right.AsSpan(0, count));
            meter.Add(left.AsSpan(0, count), right.AsSpan(0, count));
        }

        return meter.Integrated is var loudness && loudness > Silence ? loudness : null;
    }

    private async Task GatherAsync(List<ITrack> tracks, SoundScore score, CutFolder folder, CancellationToken cancellation)
    {
        var speech = score.Voices.Select(voice => (voice.Start, voice.End)).ToList();
        foreach (var voice in score.Voices)
        {
            if (LoudnessOf(voice.Path) is { } loudness)
                tracks.Add(new RecordedTrack(voice.Path, voice.Start, voice.Length + Pcm.Rate / 10, Towards(VoiceLevel, loudness)));
        }

        var clipCurve = new DuckCurve(speech, ClipDuck);
        foreach (var clip in score.Clips)
        {
            if (LoudnessOf(clip.Path) is { } loudness)
                tracks.Add(new DuckedTrack(new RecordedTrack(clip.Path, clip.Start, clip.Length, Towards(ClipLevel, loudness), clip.FadeIn, clip.FadeOut), clipCurve));
        }

        var bedCurve = new DuckCurve(speech, BedDuck);
        foreach (var bed in score.Beds)
        {
            var (path, level) = await BedAsync(bed.Bed, folder, cancellation);
            if (LoudnessOf(path) is { } loudness)
                tracks.Add(new DuckedTrack(new LoopTrack(path, bed.Start, bed.Length, Pcm.Gain(level - loudness), 0, Pcm.Rate / 2, Pcm.Rate / 2), bedCurve));
        }

        if (await MusicAsync(score, folder, cancellation) is { } music)
            tracks.Add(new DuckedTrack(music, new DuckCurve(speech, MusicDuck)));
    }

    private async Task<ITrack?> MusicAsync(SoundScore score, CutFolder folder, CancellationToken cancellation)
    {
        if (score.Music is { } own && LoudnessOf(own) is { } loudness)
        {
            using var reader = new PcmReader(own);
            var overlap = (int)Math.Min(1.5 * Pcm.Rate, reader.Length / 4);
            return new LoopTrack(own, 0, score.Length, Towards(UserMusicLevel, loudness), overlap, Pcm.Rate / 4, (int)Math.Min(2.5 * Pcm.Rate, score.Length / 3));
        }

        if (score.Parts.Count == 0)
            return null;
        var digest = Digest.Of([score.Seed, .. score.Parts, .. MoodFiles(score).Select(folder.Bench.DigestOf)]);
        var file = await folder.OnceAsync($"sound/music-{digest}.pcm", part =>
        {
            Orchestra.Play(new Composer(moods.Open, (ulong)score.Seed).Compose(score.Parts), score.Length, part, cancellation);
            return Task.CompletedTask;
        }, cancellation);
        return LoudnessOf(file) is { } level ? new RecordedTrack(file, 0, score.Length, Towards(MusicLevel, level)) : null;
    }

    private async Task<(string Path, double Level)> BedAsync(string name, CutFolder folder, CancellationToken cancellation)
    {
        var bed = beds.Open(name);
        var path = await folder.OnceAsync($"sound/bed-{name}-{folder.Bench.DigestOf(beds.FileOf(name))}.pcm", async part =>
        {
            var (left, right) = BedSynthesiser.Render(bed, (ulong)name.Sum(letter => letter));
            var samples = new short[2 * left.Length];
            for (var index = 0; index < left.Length; index++)
                (samples[2 * index], samples[2 * index + 1]) = ((short)(left[index] * 32767), (short)(right[index] * 32767));
            await File.WriteAllBytesAsync(part, MemoryMarshal.AsBytes(samples.AsSpan()).ToArray(), cancellation);
        }, cancellation);
        return (path, bed.Level);
    }

    /// <summary>Codes, listens to the coded sound, and turns down a little where coding made peaks higher.</summary>
    private async Task CodeAsync(Mix mix, string file, CancellationToken cancellation)
    {
        var ceiling = Master.FirstCeiling;
        var raw = await Task.Run(() => Master.Hear(mix, cancellation), cancellation);
        double? gain = null;
        for (var tries = 1; ; tries++)
        {
            var master = await Task.Run(() => Master.Find(mix, raw, ceiling, gain, cancellation), cancellation);
            gain = Pcm.Decibels(master.Gain);
            await lab.EncodeAsync((stream, stop) => Task.Run(() => Play(mix, master, stream, stop), stop), file, cancellation);
            var (_, peak) = await lab.MeasureAsync(file, cancellation);
            if (peak <= HighestPeak || tries == MostTries)
                return;
            ceiling -= peak - HighestPeak + 0.3;
        }
    }

    private static void Play(Mix mix, Master master, Stream stream, CancellationToken cancellation)
    {
        var samples = new short[2 * (Pcm.Block + PeakLimiter.Delay)];
        master.Play(
            mix,
            (left, right) =>
            {
                for (var index = 0; index < left.Length; index++)
                {
                    samples[2 * index] = Rounded(left[index]);
                    samples[2 * index + 1] = Rounded(right[index]);
                }

                stream.Write(MemoryMarshal.AsBytes(samples.AsSpan(0, 2 * left.Length)));
            },
            cancellation);
    }

    private static short Rounded(float sample) => (short)Math.Clamp(MathF.Round(sample * 32767), short.MinValue, short.MaxValue);

    /// <summary>Nothing is made more than eight times as loud: that would be its noise.</summary>
    private static double Towards(double level, double loudness) => Pcm.Gain(Math.Min(18, level - loudness));

    private string Describe(SoundScore score, CutFolder folder)
    {
        var files = score.Voices.Concat(score.Clips).Select(sound => sound.Path).Distinct(StringComparer.Ordinal)
            .Concat(score.Beds.Select(bed => beds.FileOf(bed.Bed)).Distinct(StringComparer.Ordinal))
            .Concat(score.Music is null ? [] : [score.Music])
            .Concat(MoodFiles(score));
        return Digest.Of(["sound/1", JsonSerializer.Serialize(score), .. files.Select(folder.Bench.DigestOf)]);
    }

    private IEnumerable<string> MoodFiles(SoundScore score) => score.Parts.Select(part => part.Mood).Distinct(StringComparer.Ordinal).Select(moods.FileOf);
}
