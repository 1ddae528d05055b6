using Rushes.Engine.Shooting.Books;
using Rushes.Storage.Sqlite;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Integration.Storage;

public sealed class SqliteFileStoreTests : StudioStoreContract
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("rushes-store-");

    protected override Task<IStudioStore> OpenAsync(TimeProvider time) =>
        Task.FromResult<IStudioStore>(SqliteStudioStore.Open(Path.Combine(_home.FullName, "rushes.db"), time));

    protected override Task ForgetAsync()
    {
        _home.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
