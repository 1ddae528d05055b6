using System.Buffers.Binary;
using System.Text;

namespace Rushes.FakeProviders.Speech;

/// <summary>What is heard instead of a voice: a tone for each word, so that length and pauses follow the text.</summary>
internal static class Tone
{
    private const double PerLetter = 0.06;
    private const double AfterWord = 0.06;
    private const double AfterSentence = 0.3;
    private const double Least = 0.3;

    /// <summary>16-bit mono samples at <paramref name="rate"/>, the pitch chosen by <paramref name="voice"/>, <paramref name="speed"/> 1 being usual.</summary>
    public static byte[] Pcm(string text, string voice, int rate, double speed)
    {
        var pitch = 140 + (voice.Sum(letter => letter) % 120);
        List<short> samples = [];
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var length = (int)(Math.Max(2, word.Length) * PerLetter * rate / speed);
            for (var at = 0; at < length; at++)
            {
                var fade = Math.Min(1, Math.Min(at, length - at) / (0.01 * rate));
                samples.Add((short)(9000 * fade * Math.Sin(2 * Math.PI * pitch * at / rate)));
            }
            samples.AddRange(new short[(int)((word[^1] is '.' or '!' or '?' ? AfterSentence : AfterWord) * rate / speed)]);
        }
        while (samples.Count < Least * rate)
            samples.Add(0);
        var bytes = new byte[samples.Count * 2];
        for (var at = 0; at < samples.Count; at++)
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(at * 2), samples[at]);
        return bytes;
    }

    /// <summary>Puts a WAV header before the samples.</summary>
    public static byte[] Wav(byte[] pcm, int rate)
    {
        using var wav = new MemoryStream();
        using (var writer = new BinaryWriter(wav, Encoding.ASCII, leaveOpen: true))
        {
            writer.Write("RIFF"u8);
            writer.Write(36 + pcm.Length);
            writer.Write("WAVEfmt "u8);
            writer.Write(16);
            writer.Write((short)1);
            writer.Write((short)1);
            writer.Write(rate);
            writer.Write(rate * 2);
            writer.Write((short)2);
            writer.Write((short)16);
            writer.Write("data"u8);
            writer.Write(pcm.Length);
            writer.Write(pcm);
        }
        return wav.ToArray();
    }
}
