using System.Security.Cryptography;
using System.Text;
using Rushes.Engine.Accounts;
using Rushes.Film;
using Rushes.Film.Accounts;
using Rushes.Storage.Secrets;
using Rushes.Storage.Sqlite;

namespace Rushes.Integration.Storage.Secrets;

public sealed class SealedKeyRingTests : IAsyncDisposable
{
    private const string Planted = "ya29.PLANTED-token-0123456789";
    private static readonly Credentials Ours = new([Planted, "second"], "{\"private_key\":\"PLANTED-document\"}");
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("rushes-secrets-");
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);
    private readonly List<SqliteStudioStore> _open = [];

    [Fact]
    public async Task What_was_kept_comes_back_in_another_process()
    {
        await KeepAsync(Open(), "a");
        var found = await RingOf(Open()).OfAsync("a", default);
        Assert.Equal(Ours.Tokens, found.Tokens);
        Assert.Equal(Ours.Document, found.Document);
    }

    [Fact]
    public async Task An_account_without_credentials_has_none()
    {
        Assert.True((await RingOf(Open()).OfAsync("stranger", default)).IsEmpty);
    }

    [Fact]
    public async Task Forgotten_and_removed_accounts_leave_nothing_behind()
    {
        var store = Open();
        await KeepAsync(store, "a");
        await KeepAsync(store, "b");
        await RingOf(store).ForgetAsync("a", default);
        await store.RemoveAccountAsync("b", default);
        Assert.Null(await store.SecretAsync("a", default));
        Assert.Null(await store.SecretAsync("b", default));
    }

    [Fact]
    public async Task No_file_of_the_home_shows_a_credential()
    {
        var store = Open();
        await KeepAsync(store, "a");
        await KeepAsync(store, "a");
        foreach (var file in _home.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var bytes = await ReadSharedAsync(file);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("PLANTED")));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("PLANTED")));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Planted)))));
        }
    }

    [Fact]
    public async Task The_key_lies_apart_and_is_for_its_owner_alone()
    {
        await KeepAsync(Open(), "a");
        var key = new FileInfo(Path.Combine(Keys, "studio.key"));
        Assert.True(key.Exists);
        var store = await ReadSharedAsync(new(Path.Combine(_home.FullName, "rushes.db")));
        var bytes = await File.ReadAllBytesAsync(key.FullName);
        Assert.Equal(-1, store.AsSpan().IndexOf(bytes));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, key.UnixFileMode);
    }

    [Fact]
    public async Task A_key_file_that_became_readable_for_others_is_closed_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await KeepAsync(Open(), "a");
        var key = new FileInfo(Path.Combine(Keys, "studio.key"));
        if (!OperatingSystem.IsWindows())
            key.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        await RingOf(Open()).OfAsync("a", default);
        key.Refresh();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, key.UnixFileMode);
    }

    [Fact]
    public async Task Without_its_key_a_secret_is_locked_and_named_and_comes_back_with_the_key()
    {
        await KeepAsync(Open(), "a");
        Directory.Move(Keys, Keys + "-away");
        var store = Open();
        var locked = await Assert.ThrowsAsync<MistakeException>(async () => await RingOf(store).OfAsync("a", default));
        Assert.Equal(("accounts.secret-locked", "account"), (locked.Mistake.Code, locked.Mistake.Field));
        Assert.Contains("Account A", locked.Mistake.Details);
        Directory.Move(Keys + "-away", Keys);
        Assert.Equal(Ours.Tokens, (await RingOf(store).OfAsync("a", default)).Tokens);
    }

    [Fact]
    public async Task A_secret_that_was_changed_or_put_under_another_account_is_damaged_and_stays()
    {
        var store = Open();
        await KeepAsync(store, "a");
        var (secret, _) = (await store.SecretAsync("a", default))!.Value;
        await store.KeepSecretAsync("b", secret, default);
        var changed = secret.ToArray();
        changed[^1] ^= 1;
        await store.KeepSecretAsync("a", changed, default);
        await store.KeepSecretAsync("c", [1, 2, 3], default);
        foreach (var account in (string[])["a", "b", "c"])
        {
            var damaged = await Assert.ThrowsAsync<MistakeException>(async () => await RingOf(store).OfAsync(account, default));
            Assert.Equal("accounts.secret-damaged", damaged.Mistake.Code);
        }

        Assert.Equal(changed, (await store.SecretAsync("a", default))!.Value.Sealed);
    }

    [Fact]
    public async Task A_passphrase_seals_what_is_new_and_leaves_the_old_readable()
    {
        var store = Open();
        await KeepAsync(store, "a");
        _environment["RUSHES_PASSPHRASE"] = "correct horse";
        await KeepAsync(store, "b");
        Assert.Equal(Ours.Tokens, (await RingOf(store).OfAsync("a", default)).Tokens);
        Assert.Equal(Ours.Tokens, (await RingOf(store).OfAsync("b", default)).Tokens);
        _environment["RUSHES_PASSPHRASE"] = "battery staple";
        var locked = await Assert.ThrowsAsync<MistakeException>(async () => await RingOf(store).OfAsync("b", default));
        Assert.Equal("accounts.secret-locked", locked.Mistake.Code);
    }

    [Fact]
    public async Task Many_rings_that_begin_at_once_agree_on_one_key()
    {
        var stores = Enumerable.Range(0, 8).Select(_ => Open()).ToList();
        await Task.WhenAll(stores.Select((store, index) => Task.Run(() => RingOf(store).KeepAsync($"account-{index}", Ours, default))));
        for (var index = 0; index < stores.Count; index++)
            Assert.Equal(Ours.Tokens, (await RingOf(stores[0]).OfAsync($"account-{index}", default)).Tokens);
        Assert.Single(Directory.EnumerateFiles(Keys));
    }

    [Fact]
    public async Task The_key_store_of_a_linux_desktop_is_used_where_there_is_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "secret-tool belongs to Linux.");
        var desktop = new DesktopKeyStore(_home);
        desktop.Offer(_environment);
        var store = Open();
        await KeepAsync(store, "a");
        Assert.Equal(Ours.Tokens, (await RingOf(store).OfAsync("a", default)).Tokens);
        Assert.False(File.Exists(Path.Combine(Keys, "studio.key")));

        // A locked key store is not an empty one: new secrets go elsewhere, the old ones wait.
        desktop.Lock();
        await KeepAsync(store, "b");
        await Assert.ThrowsAsync<MistakeException>(async () => await RingOf(store).OfAsync("a", default));
        desktop.Unlock();
        Assert.Equal(Ours.Tokens, (await RingOf(store).OfAsync("a", default)).Tokens);
        Assert.Equal(Ours.Tokens, (await RingOf(store).OfAsync("b", default)).Tokens);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _open)
            await store.DisposeAsync();
        _home.Delete(recursive: true);
    }

    private string Keys => Path.Combine(_home.FullName, "keys");

    private SqliteStudioStore Open()
    {
        var store = SqliteStudioStore.Open(Path.Combine(_home.FullName, "rushes.db"), TimeProvider.System);
        _open.Add(store);
        return store;
    }

    private SealedKeyRing RingOf(SqliteStudioStore store) => new(store, new KeyPlaces(Keys, _environment.GetValueOrDefault));

    private async Task KeepAsync(SqliteStudioStore store, string account)
    {
        await store.SaveAccountAsync(new Account { Id = account, Name = "Account " + account.ToUpperInvariant(), Provider = "google-flow" }, default);
        await RingOf(store).KeepAsync(account, Ours, default);
    }

    private static async Task<byte[]> ReadSharedAsync(FileInfo file)
    {
        await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
