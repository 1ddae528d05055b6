using System.Text.Json.Nodes;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Operations;

namespace Rushes.FakeProviders.ComfyUi;

/// <summary>What ComfyUI tells of a prompt: in its queue, in its history, over the websocket.</summary>
internal static class ComfyHistory
{
    public static ComfyWork WorkOf(Operation operation) => (ComfyWork)operation.Order.Extra!;

    /// <summary>An element of <c>queue_running</c> and <c>queue_pending</c>, and <c>prompt</c> of a history record.</summary>
    public static JsonArray Queued(Operation operation)
    {
        var work = WorkOf(operation);
        return new JsonArray(work.Number, operation.Name, work.Graph.DeepClone(), work.Extra.DeepClone(), new JsonArray(work.OutputNode));
    }

    /// <summary>The history record of a prompt that is over.</summary>
    public static JsonObject Record(Operation operation)
    {
        var ready = operation.State == OperationState.Ready;
        var messages = new JsonArray(Message("execution_start", Start(operation)), Message("execution_cached", Cached(operation)));
        messages.Add((JsonNode)(ready ? Message("execution_success", Start(operation))
            : operation.State == OperationState.Cancelled ? Message("execution_interrupted", Interrupted(operation)) : Message("execution_error", Error(operation))));
        var outputs = new JsonObject();
        if (ready)
            outputs[WorkOf(operation).OutputNode] = Output(operation);
        return new JsonObject
        {
            ["prompt"] = Queued(operation),
            ["outputs"] = outputs,
            ["status"] = new JsonObject { ["status_str"] = ready ? "success" : "error", ["completed"] = ready, ["messages"] = messages },
            ["meta"] = new JsonObject(),
        };
    }

    public static JsonObject Output(Operation operation)
    {
        var work = WorkOf(operation);
        var file = new JsonObject { ["filename"] = work.FileName, ["subfolder"] = work.Subfolder, ["type"] = "output" };
        var output = new JsonObject { [work.OutputList] = new JsonArray(file) };
        if (work.OutputList == "images")
            output["animated"] = new JsonArray(true);
        else
            file["format"] = "video/h264-mp4";
        return output;
    }

    public static JsonObject Start(Operation operation) => new()
    {
        ["prompt_id"] = operation.Name,
        ["timestamp"] = (operation.EndedAt ?? operation.StartedAt ?? operation.CreatedAt).ToUnixTimeMilliseconds(),
    };

    public static JsonObject Cached(Operation operation)
    {
        var cached = Start(operation);
        cached["nodes"] = new JsonArray();
        return cached;
    }

    public static JsonObject Interrupted(Operation operation)
    {
        var (id, type) = Busy(operation);
        return new JsonObject { ["prompt_id"] = operation.Name, ["node_id"] = id, ["node_type"] = type, ["executed"] = new JsonArray() };
    }

    public static JsonObject Error(Operation operation)
    {
        var (id, type) = Busy(operation);
        var memory = operation.Fate?.Kind != FaultKind.FailedForGood;
        return new JsonObject
        {
            ["prompt_id"] = operation.Name,
            ["node_id"] = id,
            ["node_type"] = type,
            ["executed"] = new JsonArray(),
            ["exception_message"] = memory ? "Allocation on device 0 would exceed allowed memory. (out of memory)" : "mat1 and mat2 shapes cannot be multiplied (77x768 and 4096x5120)",
            ["exception_type"] = memory ? "torch.OutOfMemoryError" : "RuntimeError",
            ["traceback"] = new JsonArray("  File \"execution.py\", line 496, in execute\n"),
            ["current_inputs"] = new JsonObject(),
            ["current_outputs"] = new JsonArray(),
        };
    }

    /// <summary>The node at which the time goes: the sampler, or the last one.</summary>
    public static (string Id, string Type) Busy(Operation operation)
    {
        var graph = WorkOf(operation).Graph;
        var node = graph.FirstOrDefault(each => ComfyGraph.TypeOf(each.Value!).Contains("Sampler", StringComparison.Ordinal));
        return node.Value is null ? (WorkOf(operation).OutputNode, ComfyGraph.TypeOf(graph[WorkOf(operation).OutputNode]!)) : (node.Key, ComfyGraph.TypeOf(node.Value));
    }

    private static JsonArray Message(string type, JsonObject data) => new(type, data);
}
