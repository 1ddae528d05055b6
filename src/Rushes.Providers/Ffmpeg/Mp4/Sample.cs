namespace Rushes.Providers.Ffmpeg.Mp4;

/// <summary>One coded frame.</summary>
/// <param name="Offset">Place in the file.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Decode">When it is decoded, in ticks of the track.</param>
/// <param name="Show">When it is shown, in ticks of the track.</param>
/// <param name="Key">Decodable without those before.</param>
internal readonly record struct Sample(long Offset, int Length, long Decode, long Show, bool Key);
