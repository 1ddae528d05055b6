using System.Net;
using System.Net.Sockets;
using Rushes.Engine.Accounts;
using Rushes.Engine.Texts;

namespace Rushes.Providers.Http;

/// <summary>Connects to the outer world alone: a name is looked at when it is resolved, so that none can turn out to be a neighbour of this machine.</summary>
internal static class OuterConnect
{
    /// <exception cref="HttpRequestException">The name belongs to this machine or its own network.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var asked = context.InitialRequestMessage.RequestUri!.IdnHost;
        var addresses = await Dns.GetHostAddressesAsync(asked, cancellation);
        if (addresses.Length == 0 || addresses.Any(Reach.IsInner))
            throw new HttpRequestException(HttpRequestError.ConnectionError, Sentence.Of("accounts.inner-address", asked));
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // Behind a proxy of the machine's owner the connection goes there, and the name was looked at all the same.
            if (context.DnsEndPoint.Host.Equals(asked, StringComparison.OrdinalIgnoreCase))
                await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            else
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
