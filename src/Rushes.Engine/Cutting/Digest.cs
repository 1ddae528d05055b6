using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rushes.Engine.Cutting;

/// <summary>Twenty-four hexadecimal digits that stand for a content.</summary>
internal static class Digest
{
    public static string Of(params IEnumerable<object?> parts) =>
        Short(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture))))));

    public static string OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Short(SHA256.HashData(stream));
    }

    private static string Short(byte[] hash) => Convert.ToHexStringLower(hash)[..24];
}
