using System.Globalization;
using System.Security.Cryptography;

namespace Rushes.Engine.Doors;

/// <summary>Passwords as they are kept: salted, and slow to try. The form says how, so that it can be made slower later.</summary>
public static class SlowHash
{
    private const string Form = "pbkdf2-sha256";
    private const int Rounds = 600_000;
    private const int Salt = 16;
    private const int Size = 32;

    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(Salt);
        return string.Create(CultureInfo.InvariantCulture, $"{Form}${Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(password, salt, Rounds))}");
    }

    /// <summary>Takes as long for a wrong password as for the right one.</summary>
    public static bool Fits(string hash, string password)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return hash.Split('$') is [Form, var rounds, var salt, var kept]
            && int.TryParse(rounds, CultureInfo.InvariantCulture, out var count)
            && CryptographicOperations.FixedTimeEquals(Derive(password, Convert.FromBase64String(salt), count), Convert.FromBase64String(kept));
    }

    private static byte[] Derive(string password, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, Size);
}
