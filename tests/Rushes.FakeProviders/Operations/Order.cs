namespace Rushes.FakeProviders.Operations;

/// <summary>What a client asked to be filmed, whatever the wire.</summary>
public sealed record Order
{
    /// <summary>The prompt as it came.</summary>
    public required string Prompt { get; init; }

    /// <summary>What must not be seen, where the wire has a field for it.</summary>
    public string? Negative { get; init; }

    /// <summary>The model's key.</summary>
    public required string Model { get; init; }

    /// <summary>For example <c>16:9</c>.</summary>
    public required string Aspect { get; init; }

    /// <summary>Length of the clip in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary><c>360p</c>, <c>720p</c>, <c>1080p</c> or <c>4k</c>.</summary>
    public string Resolution { get; init; } = "720p";

    /// <summary>Frames per second.</summary>
    public int Fps { get; init; } = 24;

    /// <summary>The seed, where one was given.</summary>
    public long? Seed { get; init; }

    /// <summary>The clip has a sound track.</summary>
    public bool Sound { get; init; }

    /// <summary>Pictures and clips that came along, with what they are for.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>What the client calls it (a scene id, its own id), where the wire has a field for it.</summary>
    public string? Tag { get; init; }

    /// <summary>What the wire keeps with the order.</summary>
    internal object? Extra { get; init; }
}

/// <summary>A picture or clip that came with an order.</summary>
/// <param name="Role"><c>first</c>, <c>last</c>, <c>reference</c>, <c>source</c>.</param>
/// <param name="MimeType">As the client said.</param>
/// <param name="Length">In bytes; 0 when only an address is known.</param>
/// <param name="Sha256">In lower-case hex; empty when only an address is known.</param>
/// <param name="Address">The address or id by which it was named, if any.</param>
public sealed record Enclosure(string Role, string MimeType, int Length, string Sha256, string? Address = null)
{
    /// <summary>An enclosure that came as bytes.</summary>
    public static Enclosure Of(string role, string mimeType, byte[] bytes, string? address = null) =>
        new(role, mimeType, bytes.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), address);
}
