using System.Security.Cryptography;

namespace Rushes.Storage.Secrets;

/// <summary>A key of 256 bits that secrets are sealed with. Its text never shows it.</summary>
internal sealed class SealingKey
{
    public const int Bytes = 32;
    public const int IdBytes = 8;
    private readonly byte[] _key;

    public SealingKey(byte[] key)
    {
        if (key.Length != Bytes)
            throw new ArgumentException($"A key has {Bytes} bytes, not {key.Length}.", nameof(key));
        _key = key;
        Id = Convert.ToHexString(HMACSHA256.HashData(key, "rushes key id"u8).AsSpan(0, IdBytes));
    }

    /// <summary>Tells keys apart and nothing else: a secret names the key that opens it.</summary>
    public string Id { get; }

    public ReadOnlySpan<byte> Key => _key;

    public static SealingKey New() => new(RandomNumberGenerator.GetBytes(Bytes));
}
