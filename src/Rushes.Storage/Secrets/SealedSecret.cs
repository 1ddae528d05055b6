using System.Security.Cryptography;
using System.Text;

namespace Rushes.Storage.Secrets;

/// <summary>
/// AES-256-GCM. A sealed secret is: the form (1 byte), the id of its key (8), the nonce (12), the tag (16), the cipher text. Form, key and account are
/// authenticated with it, so that a secret cannot be put under another account.
/// </summary>
internal static class SealedSecret
{
    private const byte Form = 1;
    private const int Nonce = 12;
    private const int Tag = 16;
    private const int Head = 1 + SealingKey.IdBytes;

    public static byte[] Seal(SealingKey key, string account, ReadOnlySpan<byte> plain)
    {
        var whole = new byte[Head + Nonce + Tag + plain.Length];
        whole[0] = Form;
        Convert.FromHexString(key.Id).CopyTo(whole, 1);
        var nonce = whole.AsSpan(Head, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key.Key, Tag);
        cipher.Encrypt(nonce, plain, whole.AsSpan(Head + Nonce + Tag), whole.AsSpan(Head + Nonce, Tag), Context(whole, account));
        return whole;
    }

    /// <returns>The id of the key that opens it; null when it is not a sealed secret.</returns>
    public static string? KeyOf(ReadOnlySpan<byte> whole) =>
        whole.Length >= Head + Nonce + Tag && whole[0] == Form ? Convert.ToHexString(whole.Slice(1, SealingKey.IdBytes)) : null;

    /// <returns>Null when it was changed, or sealed for another account.</returns>
    public static byte[]? Open(SealingKey key, string account, ReadOnlySpan<byte> whole)
    {
        var plain = new byte[whole.Length - Head - Nonce - Tag];
        using var cipher = new AesGcm(key.Key, Tag);
        try
        {
            cipher.Decrypt(whole.Slice(Head, Nonce), whole[(Head + Nonce + Tag)..], whole.Slice(Head + Nonce, Tag), plain, Context(whole, account));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Context(ReadOnlySpan<byte> whole, string account) => [.. whole[..Head], .. Encoding.UTF8.GetBytes(account)];
}
