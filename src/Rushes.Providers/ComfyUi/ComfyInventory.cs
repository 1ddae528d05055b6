using System.Text.Json;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.ComfyUi;

/// <summary>
/// Looks before anything is sent whether a server has what a workflow needs: the classes of its nodes, and the model files that they name. A server that
/// has it is not asked again for a while.
/// </summary>
internal sealed class ComfyInventory(ComfyServer server)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);
    private static readonly string[] ModelFiles = [".safetensors", ".gguf", ".ckpt", ".pt", ".pth", ".bin", ".sft", ".onnx"];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string Account, Uri Address, string Workflow), DateTimeOffset> _complete = new();

    /// <returns>What is missing, by name; empty when nothing is. Null when the server could not be asked, with the answer.</returns>
    public async Task<(IReadOnlyList<string>? Missing, WireAnswer? Failure)> MissingAsync(
        Account account, string name, Workflow workflow, CancellationToken cancellation)
    {
        var key = (account.Id, ComfyServer.AddressOf(account), name);
        if (_complete.TryGetValue(key, out var until) && server.Time.GetUtcNow() < until)
            return ([], null);
        var classes = workflow.Classes;
        var answers = await Task.WhenAll(classes.Select(kind => server.GetAsync(account, "object_info/" + Uri.EscapeDataString(kind), cancellation)));
        if (Array.Find(answers, answer => answer is not WireAnswer.Answered { IsSuccess: true } and not WireAnswer.Answered { Status: System.Net.HttpStatusCode.NotFound })
            is { } failure)
            return (null, failure);
        var known = classes.Zip(answers.Cast<WireAnswer.Answered>()).ToDictionary(
            pair => pair.First, pair => pair.Second.Json.At(pair.First), StringComparer.Ordinal);
        var missing = Missing(workflow, known);
        if (missing.Count == 0)
            _complete[key] = server.Time.GetUtcNow() + Remembered;
        return (missing, null);
    }

    /// <summary>The server may have lost something meanwhile.</summary>
    public void Doubt(Account account)
    {
        foreach (var key in _complete.Keys.Where(key => key.Account == account.Id))
            _complete.TryRemove(key, out _);
    }

    public static bool IsModelFile(string value) => ModelFiles.Any(ending => value.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <param name="known">What the server says of each class; undefined for one that it does not have.</param>
    public static IReadOnlyList<string> Missing(Workflow workflow, IReadOnlyDictionary<string, JsonElement> known)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        var nodes = workflow.Classes.Where(kind => known[kind].ValueKind != JsonValueKind.Object).Select(kind => Sentence.Of("comfyui.node", kind));
        var files = workflow.Texts
            .Where(text => IsModelFile(text.Value) && ChoicesOf(known[text.Class], text.Input) is { } choices && !choices.Any(choice => IsSame(choice, text.Value)))
            .Select(text => Sentence.Of("comfyui.file", text.Value, text.Class))
            .Distinct(StringComparer.Ordinal);
        return [.. nodes, .. files];
    }

    /// <summary>Choices stand in two forms: the list itself, or <c>COMBO</c> with options.</summary>
    private static List<string>? ChoicesOf(JsonElement kind, string input)
    {
        var said = kind.At("input", "required", input);
        if (said.ValueKind != JsonValueKind.Array)
            said = kind.At("input", "optional", input);
        if (said.ValueKind != JsonValueKind.Array || said.GetArrayLength() == 0)
            return null;
        if (said[0].ValueKind == JsonValueKind.Array)
            return TextsOf(said[0]);
        return said.GetArrayLength() > 1 && said[1].At("options").ValueKind == JsonValueKind.Array ? TextsOf(said[1].At("options")) : null;
    }

    private static List<string> TextsOf(JsonElement list) => [.. list.EnumerateArray().Select(item => item.Text()).OfType<string>()];

    /// <summary>Servers on Windows write folders with a backslash.</summary>
    private static bool IsSame(string choice, string wanted) => choice.Replace('\\', '/').Equals(wanted.Replace('\\', '/'), StringComparison.Ordinal);
}
