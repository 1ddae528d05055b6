using System.Globalization;
using Rushes.Film.Scenes;

namespace Rushes.Engine.Voices;

/// <summary>The voices of one scene in one file, as long as the scene and as they are heard in it: for people who want to cut elsewhere.</summary>
public static class SceneVoices
{
    /// <summary>Writes <c>scene-01.wav</c>; nothing when the same voices stand there already.</summary>
    /// <param name="folder">Absolute; made when missing.</param>
    public static void Write(SpokenScene scene, FrameRate rate, string folder)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var samples = new short[(int)Math.Round(rate.Seconds(scene.Frames) * PcmWave.SampleRate)];
        foreach (var line in scene.Lines.Where(line => line.Wav is not null))
        {
            var voice = PcmWave.Read(line.Wav!);
            var start = (int)Math.Round(line.Start * PcmWave.SampleRate);
            for (var index = 0; index < voice.Length && start + index < samples.Length; index++)
                samples[start + index] = (short)Math.Clamp(samples[start + index] + voice[index], short.MinValue, short.MaxValue);
        }

        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"scene-{scene.Scene:00}.wav"));
        if (PcmWave.Read(file).AsSpan().SequenceEqual(samples))
            return;
        Directory.CreateDirectory(folder);
        PcmWave.Write(file, samples);
    }
}
