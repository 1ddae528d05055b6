using System.Net;
using System.Text.Json;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Providers.Http;

namespace Rushes.Providers.ComfyUi;

/// <summary>What ComfyUI's refusals mean.</summary>
internal static class ComfyErrors
{
    private const int LongestWords = 400;

    /// <summary>Why a workflow was refused: a 4xx, before anything was queued.</summary>
    public static Refusal OfRequest(WireAnswer.Answered answer)
    {
        if (answer.Status != HttpStatusCode.BadRequest)
        {
            // Not ComfyUI itself but whoever stands before it; or something that is no ComfyUI at all.
            var kind = answer.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed ? RefusalKind.NotAllowed : StatusMeaning.Of(answer.Status);
            return new(kind, StatusMeaning.Said(answer.Status), answer.RetryAfter);
        }

        var words = WordsOf(answer.Json);
        return new(IsLacking(answer.Json) ? RefusalKind.NotAllowed : RefusalKind.BadRequest, words.Length > 0 ? words : StatusMeaning.Said(answer.Status));
    }

    /// <summary>Why work ended without a clip, from the messages of its history.</summary>
    /// <returns>Null when they tell of no failure.</returns>
    public static Refusal? OfHistory(JsonElement status)
    {
        var messages = status.Items("messages").Where(message => message.ValueKind == JsonValueKind.Array && message.GetArrayLength() > 1).ToList();
        foreach (var message in messages)
        {
            // Somebody at the server stopped it on purpose: doing it again would only be stopped again.
            if (message[0].Text() == "execution_interrupted")
                return new(RefusalKind.BadRequest, Sentence.Of("comfyui.interrupted"));
            if (message[0].Text() == "execution_error")
                return new(RefusalKind.FailedAtProvider, Short($"{message[1].Text("node_type")}: {message[1].Text("exception_message")}".Trim(' ', ':')));
        }

        return status.Text("status_str") == "error" ? new(RefusalKind.FailedAtProvider, Sentence.Of("comfyui.failed")) : null;
    }

    /// <summary>A node or a model file that this server does not have; another one may.</summary>
    private static bool IsLacking(JsonElement body) =>
        body.Text("error", "type") is "missing_node_type"
        || (body.Text("error", "message") ?? "").Contains("does not exist", StringComparison.OrdinalIgnoreCase)
        || NodesOf(body).Any(node => node.Error.Text("type") == "value_not_in_list"
            && ComfyInventory.IsModelFile(node.Error.Text("extra_info", "received_value") ?? Quoted(node.Error.Text("details"))));

    private static string WordsOf(JsonElement body)
    {
        var nodes = NodesOf(body).Select(node => $"{node.Class}: {node.Error.Text("message")} ({node.Error.Text("details")})").ToList();
        return Short(nodes.Count > 0
            ? string.Join("; ", nodes)
            : string.Join(' ', new[] { body.Text("error", "message") ?? body.Text("error"), body.Text("error", "details") }.Where(part => !string.IsNullOrWhiteSpace(part))));
    }

    private static IEnumerable<(string? Class, JsonElement Error)> NodesOf(JsonElement body) =>
        body.At("node_errors") is { ValueKind: JsonValueKind.Object } nodes
            ? from node in nodes.EnumerateObject()
              from error in node.Value.Items("errors")
              select (node.Value.Text("class_type"), error)
            : [];

    /// <summary>The value in words such as <c>ckpt_name: 'x.safetensors' not in [...]</c>.</summary>
    private static string Quoted(string? details) => details?.Split('\'') is [_, var value, ..] ? value : "";

    private static string Short(string words) => words.Length <= LongestWords ? words : words[..LongestWords] + "…";
}
