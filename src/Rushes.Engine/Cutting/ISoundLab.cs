using Rushes.Film;

namespace Rushes.Engine.Cutting;

/// <summary>The seam to what decodes and codes sound. Files are written in full or not at all.</summary>
public interface ISoundLab
{
    /// <summary>Any sound file as <c>.pcm</c> (<see cref="Sounds.Pcm"/>).</summary>
    /// <exception cref="MistakeException">There is no sound in the file that can be read.</exception>
    Task DecodeAsync(string file, string pcm, CancellationToken cancellation);

    /// <summary>Codes 48 kHz stereo 16-bit samples as AAC.</summary>
    /// <param name="samples">Writes the samples.</param>
    Task EncodeAsync(Func<Stream, CancellationToken, Task> samples, string file, CancellationToken cancellation);

    /// <summary>Integrated loudness (LUFS) and true peak (dBTP) of a coded sound, as an independent meter hears them.</summary>
    Task<(double Loudness, double TruePeak)> MeasureAsync(string file, CancellationToken cancellation);
}
