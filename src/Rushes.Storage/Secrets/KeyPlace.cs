namespace Rushes.Storage.Secrets;

/// <summary>A place that can hold the key of a home. What it needs on disk lies in a folder of its own, away from the store's file.</summary>
/// <param name="folder">Absolute.</param>
internal abstract class KeyPlace(string folder)
{
    /// <returns>Null when no key was put here, or the place cannot be asked now.</returns>
    public abstract ValueTask<SealingKey?> FindAsync(CancellationToken cancellation);

    /// <summary>Finds the key, or puts a new one here. A key that was put here once is never replaced.</summary>
    /// <returns>Null when the place cannot be used now.</returns>
    public abstract ValueTask<SealingKey?> FindOrMakeAsync(CancellationToken cancellation);

    protected string FileOf(string name) => Path.Combine(folder, name);

    protected static SealingKey? KeyOf(byte[]? bytes) => bytes is { Length: SealingKey.Bytes } ? new(bytes) : null;
}
