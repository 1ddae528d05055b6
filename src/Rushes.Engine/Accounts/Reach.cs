using System.Net;
using System.Net.Sockets;
using Rushes.Film;
using Rushes.Film.Accounts;

namespace Rushes.Engine.Accounts;

/// <summary>
/// How far accounts reach. A studio that others can use asks nothing of this machine or its neighbours: whoever may enter an address there could otherwise look
/// behind the wall that the studio stands in front of.
/// </summary>
/// <param name="InnerToo">Addresses of this machine and its own network may be asked, as on a studio for its user alone.</param>
public sealed record Reach(bool InnerToo)
{
    /// <summary>Looks at an account's own address as it is written; a name is looked at again when it is resolved.</summary>
    /// <returns>Null when it may be asked.</returns>
    public Mistake? Check(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return !InnerToo && account.BaseUrl is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) && IsInner(address.IdnHost)
            ? Mistake.Input("accounts.inner-address", "base_url", text)
            : null;
    }

    /// <summary>Whether an address belongs to this machine, to its own network, or to nobody in the world.</summary>
    public static bool IsInner(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address))
            return true;
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? bytes[0] switch
            {
                0 or 10 or 127 or >= 224 => true,
                100 => bytes[1] is >= 64 and < 128,
                169 => bytes[1] == 254,
                172 => bytes[1] is >= 16 and < 32,
                192 => bytes[1] == 168 || (bytes[1] == 0 && bytes[2] is 0 or 2),
                198 => bytes[1] is 18 or 19,
                _ => false,
            }
            : address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any)
                || WrapsInner(bytes);
    }

    private static bool IsInner(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address)
            ? IsInner(address)
            : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>An IPv4 address within an IPv6 one: NAT64 (64:ff9b::/96) and 6to4 (2002::/16).</summary>
    private static bool WrapsInner(byte[] bytes) =>
        (bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == 0xff && bytes[3] == 0x9b && IsInner(new IPAddress(bytes.AsSpan(12, 4))))
        || (bytes[0] == 0x20 && bytes[1] == 0x02 && IsInner(new IPAddress(bytes.AsSpan(2, 4))));
}
