using System.Collections.Concurrent;
using Rushes.Engine.Accounts;

namespace Rushes.Tests.Accounts;

internal sealed class MemoryKeyRing : IKeyRing
{
    private readonly ConcurrentDictionary<string, Credentials> _kept = new(StringComparer.Ordinal);

    public ValueTask<Credentials> OfAsync(string account, CancellationToken cancellation) => new(_kept.GetValueOrDefault(account, Credentials.None));

    public Task KeepAsync(string account, Credentials credentials, CancellationToken cancellation)
    {
        _kept[account] = credentials;
        return Task.CompletedTask;
    }

    public Task ForgetAsync(string account, CancellationToken cancellation)
    {
        _kept.TryRemove(account, out _);
        return Task.CompletedTask;
    }
}
