namespace Rushes.Storage.Secrets;

/// <summary>The key in the login keychain of macOS.</summary>
internal sealed class Keychain(string folder, SystemProgram security) : SystemKeyStore(folder, "keychain.item")
{
    private const string Service = "Rushes";

    protected override Task<string?> GetAsync(string item, CancellationToken cancellation) =>
        security.AskAsync(["find-generic-password", "-s", Service, "-a", item, "-w"], "", cancellation);

    // Interactive mode reads the command from its input: arguments of a process can be seen by everybody on the machine.
    protected override async Task<bool> PutAsync(string item, string secret, CancellationToken cancellation) =>
        await security.AskAsync(["-i"], $"add-generic-password -s {Service} -a {item} -w \"{secret}\"\n", cancellation) is not null;
}
