using System.Collections.Concurrent;

namespace Rushes.Engine.Cutting;

/// <summary>Keeps two hands from making the same file at once, and remembers the digests of files that did not change.</summary>
internal sealed class Workbench
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _places = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), string> _digests = new();

    /// <summary>Waits until nobody else works on this file; disposing the answer leaves it to the next.</summary>
    public async Task<IDisposable> TakeAsync(string file, CancellationToken cancellation)
    {
        var place = _places.GetOrAdd(file, _ => new SemaphoreSlim(1));
        await place.WaitAsync(cancellation);
        return new Leaving(place);
    }

    /// <summary>The digest of a file's content.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public string DigestOf(string file)
    {
        var facts = new FileInfo(file);
        return _digests.GetOrAdd((file, facts.Length, facts.LastWriteTimeUtc), key => Digest.OfFile(key.Path));
    }

    private sealed class Leaving(SemaphoreSlim place) : IDisposable
    {
        public void Dispose() => place.Release();
    }
}
