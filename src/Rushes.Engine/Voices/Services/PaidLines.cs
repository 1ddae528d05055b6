using System.Security.Cryptography;
using System.Text;

namespace Rushes.Engine.Voices.Services;

/// <summary>
/// Lines that were paid for, by what was asked, for every film of this home: the same line is asked for once, by however many scenes and films at once.
/// </summary>
/// <param name="folder">Absolute; made when needed.</param>
public sealed class PaidLines(string folder)
{
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    /// <summary>The file that a line has, or will have.</summary>
    public string FileOf(string essence) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(essence)))[..32] + ".wav");

    /// <summary>Holds everybody else off who wants the same line. Dispose to let them in.</summary>
    public async Task<IDisposable> EnterAsync(string wav, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var gate = _gates[(uint)StringComparer.Ordinal.GetHashCode(wav) % _gates.Length];
        await gate.WaitAsync(cancellation);
        return new Pass(gate);
    }

    private sealed class Pass(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
