using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Rushes.Engine.Cutting;
using Rushes.Engine.Projects;

namespace Rushes.Studio.Live;

/// <summary>Small still pictures of clips, made when first asked for and kept in the cache.</summary>
public sealed class Posters(IPictureLab pictures, StudioOptions options) : IDisposable
{
    private const int Width = 360;
    private readonly SemaphoreSlim _hands = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly ConcurrentDictionary<string, string> _made = new(StringComparer.Ordinal);

    /// <returns>Absolute file of the picture.</returns>
    public async Task<string> OfAsync(string clip, CancellationToken cancellation)
    {
        var facts = new FileInfo(clip);
        var key = FormattableString.Invariant($"{clip}\n{facts.Length}\n{facts.LastWriteTimeUtc.Ticks}");
        if (_made.TryGetValue(key, out var known) && File.Exists(known))
            return known;
        var folder = Path.Combine(options.Cache, "posters");
        var file = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32] + ".jpg");
        await _hands.WaitAsync(cancellation);
        try
        {
            if (!File.Exists(file))
            {
                Directory.CreateDirectory(folder);
                await HalfFile.MakeAsync(file, half => pictures.PosterAsync(clip, 1, Width, half, cancellation));
            }
        }
        finally
        {
            _hands.Release();
        }

        return _made[key] = file;
    }

    public void Dispose() => _hands.Dispose();
}
