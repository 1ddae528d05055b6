using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Operations;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.ComfyUi;

/// <summary>One websocket: tells its client of its prompts as they move on, and of the length of the queue.</summary>
internal sealed class ComfySocket(Backstage backstage, WebSocket socket, string clientId)
{
    private const int Steps = 20;

    /// <summary>How often the state of the queue is looked at, in real time.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<string, (bool Started, int Step, bool Over)> told = new(StringComparer.Ordinal);
    private int lastRemaining = -1;

    public async Task RunAsync(HttpContext context)
    {
        // What came before this socket is not told again.
        foreach (var operation in backstage.Operations.All.Where(operation => operation.IsOver))
            told[operation.Name] = (true, Steps, true);
        var closed = WaitForCloseAsync(context.RequestAborted);
        while (socket.State == WebSocketState.Open && !closed.IsCompleted)
        {
            var operations = backstage.Operations.All;
            var remaining = operations.Count(operation => !operation.IsOver);
            if (remaining != lastRemaining)
            {
                await SendAsync("status", new JsonObject { ["status"] = Queue(remaining), ["sid"] = clientId }, context.RequestAborted);
                lastRemaining = remaining;
            }
            foreach (var operation in operations.Where(operation => ComfyHistory.WorkOf(operation).ClientId == clientId))
            {
                if (!await TellAsync(context, operation))
                    return;
            }
            await Task.WhenAny(closed, Task.Delay(Tick, context.RequestAborted));
        }
    }

    public static JsonObject Queue(int remaining) => new() { ["exec_info"] = new JsonObject { ["queue_remaining"] = remaining } };

    /// <summary>False when the socket has been closed by a fault.</summary>
    private async Task<bool> TellAsync(HttpContext context, Operation operation)
    {
        var (started, step, over) = told.GetValueOrDefault(operation.Name);
        if (over || operation.State == OperationState.Queued)
            return true;
        var cancellation = context.RequestAborted;
        var (node, _) = ComfyHistory.Busy(operation);
        if (!started)
        {
            await SendAsync("execution_start", ComfyHistory.Start(operation), cancellation);
            await SendAsync("execution_cached", ComfyHistory.Cached(operation), cancellation);
            await SendAsync("executing", Executing(operation, node), cancellation);
        }
        var now = operation.IsOver && operation.State != OperationState.Ready ? step : (int)(operation.Progress(backstage.Now) * Steps);
        if (now > step)
        {
            await SendAsync("progress", new JsonObject { ["value"] = now, ["max"] = Steps, ["prompt_id"] = operation.Name, ["node"] = node }, cancellation);
            await PreviewAsync(cancellation);
        }
        if (now > 0 && backstage.Faults.Next(new FaultScene(Moment.Status, [operation.Order.Prompt], operation.Name, operation.Account, null, "/ws", FaultKind.SocketDrop)) is { } drop)
        {
            CallNotes.Of(context).Outcome = $"fault {drop.Name}";
            context.Abort();
            return false;
        }
        if (operation.IsOver)
            await TellEndAsync(operation, node, cancellation);
        told[operation.Name] = (true, Math.Max(step, now), operation.IsOver);
        return true;
    }

    private async Task TellEndAsync(Operation operation, string node, CancellationToken cancellation)
    {
        switch (operation.State)
        {
            case OperationState.Ready:
                var saver = ComfyHistory.WorkOf(operation).OutputNode;
                if (saver != node)
                    await SendAsync("executing", Executing(operation, saver), cancellation);
                await SendAsync("executed", new JsonObject { ["node"] = saver, ["display_node"] = saver, ["output"] = ComfyHistory.Output(operation), ["prompt_id"] = operation.Name }, cancellation);
                await SendAsync("execution_success", ComfyHistory.Start(operation), cancellation);
                await SendAsync("executing", Executing(operation, null), cancellation);
                break;
            case OperationState.Cancelled:
                await SendAsync("execution_interrupted", ComfyHistory.Interrupted(operation), cancellation);
                break;
            default:
                await SendAsync("execution_error", ComfyHistory.Error(operation), cancellation);
                break;
        }
    }

    private static JsonObject Executing(Operation operation, string? node) => new()
    {
        ["node"] = node,
        ["display_node"] = node,
        ["prompt_id"] = operation.Name,
    };

    private Task SendAsync(string type, JsonObject data, CancellationToken cancellation) => socket.SendAsync(
        System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["type"] = type, ["data"] = data }.ToJsonString()), WebSocketMessageType.Text, true, cancellation);

    /// <summary>A binary frame: event 1 (preview), format 2 (PNG), a grey dot.</summary>
    private Task PreviewAsync(CancellationToken cancellation)
    {
        var picture = Media.GreyDot.Png;
        var frame = new byte[8 + picture.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, 1);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), 2);
        picture.CopyTo(frame, 8);
        return socket.SendAsync(frame, WebSocketMessageType.Binary, true, cancellation);
    }

    private async Task WaitForCloseAsync(CancellationToken cancellation)
    {
        var buffer = new byte[4096];
        try
        {
            while ((await socket.ReceiveAsync(buffer, cancellation)).MessageType != WebSocketMessageType.Close)
            {
            }
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // The client left without a word.
        }
    }
}
