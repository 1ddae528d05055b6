using System.Security.Cryptography;

namespace Rushes.FakeProviders.Media;

/// <summary>A file that a client brought.</summary>
/// <param name="Id">Its id on the wire.</param>
/// <param name="Account">Who brought it.</param>
/// <param name="MimeType">As the client said.</param>
/// <param name="Bytes">The file.</param>
/// <param name="At">When it was whole.</param>
public sealed record Upload(string Id, string Account, string MimeType, byte[] Bytes, DateTimeOffset At)
{
    /// <summary>SHA-256 of the bytes in lower-case hex.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>What clients have brought.</summary>
public sealed class UploadShelf
{
    private readonly Lock gate = new();
    private readonly List<Upload> uploads = [];

    /// <summary>All uploads in order.</summary>
    public IReadOnlyList<Upload> All
    {
        get
        {
            lock (gate)
                return [.. uploads];
        }
    }

    /// <summary>The upload called <paramref name="id"/>, or null.</summary>
    public Upload? Find(string id) => All.LastOrDefault(upload => upload.Id == id);

    internal void Add(Upload upload)
    {
        lock (gate)
            uploads.Add(upload);
    }

    internal void Clear()
    {
        lock (gate)
            uploads.Clear();
    }
}
