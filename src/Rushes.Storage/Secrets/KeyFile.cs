namespace Rushes.Storage.Secrets;

/// <summary>The key as a file that only its owner may read: the last resort, which keeps the store's file and its copies useless to others.</summary>
internal sealed class KeyFile(string folder) : KeyPlace(folder)
{
    public const string Name = "studio.key";

    public override ValueTask<SealingKey?> FindAsync(CancellationToken cancellation) => new(KeyOf(OnceFile.Read(FileOf(Name))));

    public override ValueTask<SealingKey?> FindOrMakeAsync(CancellationToken cancellation) =>
        new(KeyOf(OnceFile.Read(FileOf(Name)) ?? OnceFile.Make(FileOf(Name), SealingKey.New().Key.ToArray())));
}
