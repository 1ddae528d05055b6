using System.Net;

namespace Rushes.Studio;

/// <summary>Where the studio listens.</summary>
/// <param name="Port">0 lets the system choose.</param>
/// <param name="Address">Loopback unless told otherwise; anything else demands a sign-in.</param>
/// <param name="Assets">Absolute folder of what browsers load.</param>
/// <param name="Cache">Absolute folder for what can be made again, such as posters.</param>
/// <param name="UserData">Absolute folder of the data files that win over the built-in ones.</param>
public sealed record StudioOptions(int Port, IPAddress Address, string Assets, string Cache, string UserData)
{
    public const int UsualPort = 5080;

    /// <summary>Names by which others reach it, beside its addresses and the machine's own name.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public bool IsOpenToOthers => !IPAddress.IsLoopback(Address);
}
