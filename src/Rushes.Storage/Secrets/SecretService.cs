namespace Rushes.Storage.Secrets;

/// <summary>The key in the secret service of a Linux desktop (GNOME Keyring, KWallet), through libsecret's <c>secret-tool</c>.</summary>
internal sealed class SecretService(string folder, SystemProgram secretTool) : SystemKeyStore(folder, "secret-service.item")
{
    private static readonly string[] Ours = ["application", "rushes", "item"];

    protected override Task<string?> GetAsync(string item, CancellationToken cancellation) =>
        secretTool.AskAsync(["lookup", .. Ours, item], "", cancellation);

    protected override async Task<bool> PutAsync(string item, string secret, CancellationToken cancellation) =>
        await secretTool.AskAsync(["store", "--label=Rushes", .. Ours, item], secret, cancellation) is not null;
}
