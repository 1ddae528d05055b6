using Rushes.Engine.Shooting.Books;
using Rushes.Storage.Sqlite;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Tests.Storage;

public sealed class InMemoryStoreTests : StudioStoreContract
{
    protected override Task<IStudioStore> OpenAsync(TimeProvider time) => Task.FromResult<IStudioStore>(SqliteStudioStore.InMemory(time));
}
