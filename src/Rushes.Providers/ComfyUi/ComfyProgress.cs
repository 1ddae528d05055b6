using System.Text.Json;
using Rushes.Providers.Http;

namespace Rushes.Providers.ComfyUi;

/// <summary>What the messages of a server's websocket add up to: how far each prompt is, by its nodes.</summary>
internal sealed class ComfyProgress
{
    /// <summary>Prompts remembered; a server runs one at a time.</summary>
    private const int Most = 64;

    private readonly Lock _door = new();
    private readonly Dictionary<string, Nodes> _prompts = new(StringComparer.Ordinal);

    /// <summary>How far a prompt is.</summary>
    /// <param name="samplers">Its nodes that denoise, which take nearly all of the time; none: whichever node worked last counts.</param>
    /// <returns>0 to 1; null when nothing was heard.</returns>
    public double? Of(string prompt, IReadOnlyList<string> samplers)
    {
        lock (_door)
        {
            if (!_prompts.TryGetValue(prompt, out var nodes) || nodes.Done.Count == 0)
                return null;
            if (samplers.Count == 0)
                return nodes.Done.GetValueOrDefault(nodes.Last);
            return samplers.Sum(sampler => nodes.Done.GetValueOrDefault(sampler)) / samplers.Count;
        }
    }

    /// <param name="message">A text message such as <c>{"type":"progress","data":{...}}</c>; any other is passed over.</param>
    public void Hear(JsonElement message)
    {
        var data = message.At("data");
        if (data.Text("prompt_id") is not { } prompt)
            return;
        lock (_door)
        {
            switch (message.Text("type"))
            {
                case "progress" when data.Text("node") is { } node:
                    Note(prompt, node, data.Number("value"), data.Number("max"));
                    break;
                case "progress_state" when data.At("nodes") is { ValueKind: JsonValueKind.Object } nodes:
                    foreach (var node in nodes.EnumerateObject())
                        Note(prompt, node.Name, node.Value.Number("value"), node.Value.Number("max"));
                    break;
                case "executed" when data.Text("node") is { } node:
                    Note(prompt, node, 1, 1);
                    break;
                case "execution_success" or "execution_error" or "execution_interrupted":
                    _prompts.Remove(prompt);
                    break;
            }
        }
    }

    private void Note(string prompt, string node, double? value, double? most)
    {
        if (value is not { } done || most is not > 0)
            return;
        if (!_prompts.TryGetValue(prompt, out var nodes))
        {
            if (_prompts.Count >= Most)
                _prompts.Clear();
            _prompts.Add(prompt, nodes = new());
        }

        nodes.Last = node;
        nodes.Done[node] = Math.Max(nodes.Done.GetValueOrDefault(node), Math.Clamp(done / most.Value, 0, 1));
    }

    private sealed class Nodes
    {
        public string Last { get; set; } = "";

        public Dictionary<string, double> Done { get; } = new(StringComparer.Ordinal);
    }
}
