using System.Collections.Concurrent;
using Rushes.Engine.Accounts;

namespace Rushes.Integration.Providers;

/// <summary>A key ring of one test.</summary>
public sealed class MemoryKeys : IKeyRing
{
    private readonly ConcurrentDictionary<string, Credentials> _keys = new(StringComparer.Ordinal);

    public ValueTask<Credentials> OfAsync(string account, CancellationToken cancellation) =>
        ValueTask.FromResult(_keys.GetValueOrDefault(account, Credentials.None));

    public Task KeepAsync(string account, Credentials credentials, CancellationToken cancellation)
    {
        _keys[account] = credentials;
        return Task.CompletedTask;
    }

    public Task ForgetAsync(string account, CancellationToken cancellation)
    {
        _keys.TryRemove(account, out _);
        return Task.CompletedTask;
    }
}
