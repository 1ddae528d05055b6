using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.ComfyUi;

/// <summary>
/// Listens to the websockets of servers that are being asked about work. What is heard is progress and nothing else: whether work has ended is always
/// read from the history, so a connection that breaks, or never comes about, harms nothing.
/// </summary>
internal sealed class ComfyListener(ComfyServer server) : IDisposable
{
    private const int LongestMessage = 4 * 1024 * 1024;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestReconnect = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, Ear> _ears = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _over = new();

    /// <summary>What was heard of an account's server; listening begins with the first question and ends some time after the last.</summary>
    public ComfyProgress Of(Account account)
    {
        var ear = _ears.GetOrAdd(account.Id, static _ => new());
        ear.Asked = server.Time.GetUtcNow();
        if (ear.Begin())
            _ = ListenAsync(account, ear);
        return ear.Progress;
    }

    public void Dispose()
    {
        _over.Cancel();
        _over.Dispose();
    }

    private async Task ListenAsync(Account account, Ear ear)
    {
        var over = _over.Token;
        var pause = Reconnect;
        try
        {
            while (server.Time.GetUtcNow() - ear.Asked < Idle)
            {
                try
                {
                    await HearAsync(account, ear, () => pause = Reconnect, over);
                }
                catch (Exception broken) when (broken is WebSocketException or IOException or HttpRequestException)
                {
                    // Old servers and some proxies have no websocket; polling goes on without.
                }

                await Task.Delay(pause, server.Time, over);
                pause = pause * 2 < LongestReconnect ? pause * 2 : LongestReconnect;
            }
        }
        catch (OperationCanceledException)
        {
            // The process ends.
        }
        finally
        {
            ear.End();
        }
    }

    private async Task HearAsync(Account account, Ear ear, Action connected, CancellationToken over)
    {
        using var socket = new ClientWebSocket();
        if (await server.HeaderAsync(account, over) is var (name, value))
            socket.Options.SetRequestHeader(name, value);
        await socket.ConnectAsync(AddressOf(account), over);
        connected();
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (server.Time.GetUtcNow() - ear.Asked < Idle)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), over);
            if (received.MessageType == WebSocketMessageType.Close)
                return;
            if (received.MessageType == WebSocketMessageType.Text && message.Length < LongestMessage)
                message.Write(buffer, 0, received.Count);
            if (!received.EndOfMessage)
                continue;

            // Binary messages are previews.
            if (received.MessageType == WebSocketMessageType.Text)
                ear.Progress.Hear(JsonFacts.Parse(Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length)));
            message.SetLength(0);
        }
    }

    private static Uri AddressOf(Account account)
    {
        var address = new UriBuilder(new Uri(ComfyServer.AddressOf(account), "ws")) { Query = "clientId=" + ComfyIds.ClientOf(account.Id) };
        address.Scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        return address.Uri;
    }

    private sealed class Ear
    {
        private long _asked;
        private int _listens;

        public ComfyProgress Progress { get; } = new();

        public DateTimeOffset Asked
        {
            get => new(Volatile.Read(ref _asked), TimeSpan.Zero);
            set => Volatile.Write(ref _asked, value.UtcTicks);
        }

        public bool Begin() => Interlocked.Exchange(ref _listens, 1) == 0;

        public void End() => Volatile.Write(ref _listens, 0);
    }
}
