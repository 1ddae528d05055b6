using System.Text;

namespace Rushes.Storage.Secrets;

/// <summary>
/// A key in the key store of the operating system, asked through the system's own program. A file names the item, so that the store is only asked where a
/// key was put, and a store that is locked for a moment is never taken for an empty one.
/// </summary>
internal abstract class SystemKeyStore(string folder, string file) : KeyPlace(folder)
{
    public override async ValueTask<SealingKey?> FindAsync(CancellationToken cancellation) =>
        OnceFile.Read(FileOf(file)) is { } item ? await LookUpAsync(item, cancellation) : null;

    public override async ValueTask<SealingKey?> FindOrMakeAsync(CancellationToken cancellation)
    {
        if (OnceFile.Read(FileOf(file)) is { } known)
            return await LookUpAsync(known, cancellation);
        var key = SealingKey.New();
        var item = Guid.NewGuid().ToString("N");
        if (!await PutAsync(item, Convert.ToBase64String(key.Key), cancellation) || await LookUpAsync(Encoding.ASCII.GetBytes(item), cancellation) is null)
            return null;
        return await LookUpAsync(OnceFile.Make(FileOf(file), Encoding.ASCII.GetBytes(item)), cancellation);
    }

    protected abstract Task<string?> GetAsync(string item, CancellationToken cancellation);

    /// <returns>Whether the store took it.</returns>
    protected abstract Task<bool> PutAsync(string item, string secret, CancellationToken cancellation);

    private async ValueTask<SealingKey?> LookUpAsync(byte[] item, CancellationToken cancellation)
    {
        var found = (await GetAsync(Encoding.ASCII.GetString(item), cancellation))?.Trim();
        var bytes = new byte[SealingKey.Bytes];
        return found is not null && Convert.TryFromBase64String(found, bytes, out var length) && length == bytes.Length ? new(bytes) : null;
    }
}
