using System.Security.Cryptography;

namespace Rushes.Integration.EndToEnd;

/// <summary>What changes when a file is written again, even with the same content.</summary>
public sealed record FileFacts(long Bytes, DateTime Written, string Digest)
{
    public static FileFacts Of(string file)
    {
        using var content = File.OpenRead(file);
        return new(content.Length, File.GetLastWriteTimeUtc(file), Convert.ToHexString(SHA256.HashData(content)));
    }
}
