using System.Text.Json;
using Rushes.Engine.Shooting;

namespace Rushes.Providers.Animatic.Operations;

/// <summary>
/// An operation on disk: the order, then the clip or the reason why there is none. Whatever process dies, the folder tells the next one where things
/// stand.
/// </summary>
internal sealed class OperationFolder(string path)
{
    private readonly string _order = Path.Combine(path, "order.json");
    private readonly string _refusal = Path.Combine(path, "refusal.json");
    private readonly string _delivered = Path.Combine(path, "delivered");

    public string Clip { get; } = Path.Combine(path, "clip.mp4");

    /// <summary>The clip while it is encoded.</summary>
    public string Part { get; } = Path.Combine(path, "clip.part");

    public bool Exists => File.Exists(_order);

    public bool HasClip => File.Exists(Clip);

    public async Task AcceptAsync(ShotOrder order, CancellationToken cancellation)
    {
        Directory.CreateDirectory(path);
        await WriteAsync(_order, OrderJson.Write(order), cancellation);
    }

    /// <exception cref="JsonException">The order cannot be read.</exception>
    public async Task<ShotOrder> OrderAsync(CancellationToken cancellation) => OrderJson.Read(await File.ReadAllTextAsync(_order, cancellation));

    public Task RefuseAsync(Refusal refusal, CancellationToken cancellation) => WriteAsync(_refusal, JsonSerializer.Serialize(refusal), cancellation);

    public async Task<Refusal?> RefusalAsync(CancellationToken cancellation)
    {
        if (!File.Exists(_refusal))
            return null;
        await using var file = File.OpenRead(_refusal);
        return await JsonSerializer.DeserializeAsync<Refusal>(file, cancellationToken: cancellation);
    }

    /// <summary>Takes the folder for one process; null when another one has it.</summary>
    public FileStream? Lock()
    {
        try
        {
            return new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void MarkDelivered() => File.WriteAllBytes(_delivered, []);

    /// <summary>When the clip was delivered; null when it was not.</summary>
    public DateTime? DeliveredUtc => File.Exists(_delivered) ? File.GetLastWriteTimeUtc(_delivered) : null;

    public void Remove()
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Removed already, or held open by somebody: the next sweep tries again.
        }
    }

    private static async Task WriteAsync(string file, string content, CancellationToken cancellation)
    {
        var part = file + ".part";
        await File.WriteAllTextAsync(part, content, cancellation);
        File.Move(part, file, overwrite: true);
    }
}
