using System.Text.Json;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.ComfyUi;

/// <summary>Asks a server what it is, and which models it has all that is needed for.</summary>
public sealed class ComfyUiCheck : IAccountCheck
{
    private readonly ComfyServer _server;
    private readonly ComfyInventory _inventory;
    private readonly WorkflowShelf _workflows;
    private readonly ModelBook _models;

    public ComfyUiCheck(Wire wire, IKeyRing keys, ModelBook models, DataShelf shelf)
    {
        _server = new(wire, keys);
        _inventory = new(_server);
        _workflows = new(shelf);
        _models = models;
    }

    public string Provider => ComfyUiProvider.ProviderName;

    public async Task<AccountHealth> CheckAsync(Account account, CancellationToken cancellation)
    {
        var answer = await _server.GetAsync(account, "system_stats", cancellation);
        if (answer is not WireAnswer.Answered { IsSuccess: true, Json.ValueKind: JsonValueKind.Object } stats)
        {
            return AccountHealth.Bad(Troubles.Of(answer is WireAnswer.Answered { IsSuccess: false } no && (int)no.Status < 500
                ? ComfyErrors.OfRequest(no)
                : new(RefusalKind.Unreachable, StatusMeaning.Unreadable(answer).Reason)));
        }

        var facts = new List<AccountFact> { FactOf(stats.Json) };
        foreach (var model in _models.Of(Provider))
            facts.Add(await FactOfAsync(model, account, cancellation));
        return AccountHealth.Good(facts);
    }

    private static AccountFact FactOf(JsonElement stats)
    {
        var device = stats.Items("devices").FirstOrDefault();
        return new("comfyui.reached", stats.Text("system", "comfyui_version") ?? "?", device.Text("name") ?? "?");
    }

    private async Task<AccountFact> FactOfAsync(VideoModel model, Account account, CancellationToken cancellation)
    {
        if (ModelWire.Find<ComfyWire>(_models, Provider, model.Id, out var refusal) is not var (_, wire))
            return AccountFact.Quoted(refusal!.Words);
        var missing = new List<string>();
        foreach (var file in new[] { wire.Text, wire.Image, wire.FirstLast }.OfType<string>())
        {
            if (_workflows.Find(file, out refusal) is not { } workflow)
                return AccountFact.Quoted(refusal!.Words);
            var (lacking, failure) = await _inventory.MissingAsync(account, file, workflow, cancellation);
            missing.AddRange(lacking ?? [StatusMeaning.Unreadable(failure!).Reason]);
        }

        return missing.Count == 0
            ? new("comfyui.has", model.Id)
            : new("comfyui.lacks", model.Id, string.Join(", ", missing.Distinct(StringComparer.Ordinal)));
    }
}
