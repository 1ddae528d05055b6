using System.Text.Json;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Takes;
using Rushes.Providers.Http;

namespace Rushes.Providers.ComfyUi;

/// <summary>Reads what a server's queue and history tell of work.</summary>
internal static class ComfyHistory
{
    private static readonly string[] Films = [".mp4", ".webm", ".mov", ".mkv", ".m4v"];

    /// <summary>Where a prompt stands in the queue.</summary>
    /// <returns>Its nodes when it runs; an undefined element when it waits; null when it is not in the queue.</returns>
    public static (bool Runs, JsonElement Nodes)? InQueue(JsonElement queue, string prompt)
    {
        if (ItemOf(queue.Items("queue_running"), prompt) is { } running)
            return (true, running.GetArrayLength() > 2 ? running[2] : default);
        return ItemOf(queue.Items("queue_pending"), prompt) is not null ? (false, default) : null;
    }

    /// <summary>What the history's entry of finished work says.</summary>
    public static OperationStatus StatusOf(JsonElement entry)
    {
        if (FilmOf(entry) is not null)
            return new OperationStatus.Finished(Cost.Free);
        return new OperationStatus.Refused(
            ComfyErrors.OfHistory(entry.At("status")) ?? new Refusal(RefusalKind.BadRequest, Sentence.Of("comfyui.no-film")));
    }

    /// <summary>
    /// The film among the outputs: nodes list their files under names of their own, videos even under <c>images</c>, so every list whose items have a
    /// file name counts. A kept file goes before a passing one.
    /// </summary>
    public static ComfyFile? FilmOf(JsonElement entry)
    {
        if (entry.At("outputs") is not { ValueKind: JsonValueKind.Object } outputs)
            return null;
        return outputs.EnumerateObject()
            .Where(node => node.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(node => node.Value.EnumerateObject())
            .Where(list => list.Value.ValueKind == JsonValueKind.Array)
            .SelectMany(list => list.Value.EnumerateArray())
            .Where(item => item.Text("filename") is { } name && Films.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            .Select(item => new ComfyFile(item.Text("filename")!, item.Text("subfolder") ?? "", item.Text("type") ?? "output"))
            .OrderBy(file => file.Type == "output" ? 0 : 1)
            .FirstOrDefault();
    }

    private static JsonElement? ItemOf(IEnumerable<JsonElement> items, string prompt)
    {
        foreach (var item in items)
        {
            if (item.ValueKind == JsonValueKind.Array && item.GetArrayLength() > 1 && item[1].Text() == prompt)
                return item;
        }

        return null;
    }
}
