using System.Security.Cryptography;

namespace Rushes.Providers.Http;

/// <summary>A picture on its way to a provider.</summary>
/// <param name="MimeType">Such as <c>image/png</c>, read from its first bytes.</param>
/// <param name="Digest">SHA-256, lower-case hex: the same picture need not be brought twice.</param>
public sealed record PictureUpload(byte[] Bytes, string MimeType, string Digest)
{
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<PictureUpload> ReadAsync(string file, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(file, cancellation);
        return new(bytes, MimeTypeOf(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public string Base64 => Convert.ToBase64String(Bytes);

    /// <summary>The picture as a <c>data:</c> address.</summary>
    public string DataUri => $"data:{MimeType};base64,{Base64}";

    private static string MimeTypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => "image/jpeg",
    };
}
