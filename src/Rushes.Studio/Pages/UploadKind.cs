namespace Rushes.Studio.Pages;

/// <summary>What an upload is, by its first bytes.</summary>
/// <param name="Ending">With its dot.</param>
/// <param name="MediaType">What it is served as.</param>
/// <param name="Largest">Bytes of one file.</param>
internal sealed record UploadKind(string Ending, string MediaType, bool IsMusic, long Largest)
{
    /// <summary>Bytes that tell every kind.</summary>
    public const int Head = 12;

    public const long LargestPicture = 40L << 20;
    public const long LargestMusic = 100L << 20;

    /// <summary>What programs call them when they send one.</summary>
    public static IReadOnlyList<string> MediaTypes { get; } =
    [
        "image/jpeg", "image/png", "image/webp",
        "audio/mpeg", "audio/wav", "audio/x-wav", "audio/flac", "audio/x-flac", "audio/ogg", "audio/mp4", "audio/x-m4a", "audio/aac",
    ];

    private static readonly Dictionary<string, UploadKind> All = new[]
    {
        Picture(".jpg", "image/jpeg"), Picture(".png", "image/png"), Picture(".webp", "image/webp"),
        Music(".mp3", "audio/mpeg"), Music(".aac", "audio/aac"), Music(".wav", "audio/wav"), Music(".flac", "audio/flac"), Music(".ogg", "audio/ogg"), Music(".m4a", "audio/mp4"),
    }.ToDictionary(kind => kind.Ending, StringComparer.Ordinal);

    /// <returns>Null when it is no picture that we film and no music that we play.</returns>
    public static UploadKind? Of(ReadOnlySpan<byte> head) => head.Length >= Head && EndingOf(head) is { } ending ? All[ending] : null;

    /// <summary>The kind of a file that was kept here.</summary>
    public static UploadKind? Kept(string file) => All.GetValueOrDefault(Path.GetExtension(file) is ".jpeg" ? ".jpg" : Path.GetExtension(file));

    private static UploadKind Picture(string ending, string mediaType) => new(ending, mediaType, IsMusic: false, LargestPicture);

    private static UploadKind Music(string ending, string mediaType) => new(ending, mediaType, IsMusic: true, LargestMusic);

    private static string? EndingOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0xff, 0xd8, 0xff]))
            return ".jpg";
        if (head[0] == 0x89 && head[1..].StartsWith("PNG"u8))
            return ".png";
        if (head.StartsWith("RIFF"u8))
            return head[8..].StartsWith("WEBP"u8) ? ".webp" : head[8..].StartsWith("WAVE"u8) ? ".wav" : null;
        if (head.StartsWith("fLaC"u8))
            return ".flac";
        if (head.StartsWith("OggS"u8))
            return ".ogg";
        if (head[4..].StartsWith("ftyp"u8))
            return ".m4a";
        return head.StartsWith("ID3"u8) ? ".mp3" : FramesOf(head);
    }

    /// <summary>MPEG audio without a tag begins with a frame: eleven bits that are set, then the version and the layer, which is 0 in ADTS (ISO/IEC 13818-3 and -7).</summary>
    private static string? FramesOf(ReadOnlySpan<byte> head)
    {
        if (head[0] != 0xff || (head[1] & 0xe0) != 0xe0)
            return null;
        return (head[1] & 0x06) != 0 ? ".mp3" : (head[1] & 0x10) != 0 ? ".aac" : null;
    }
}
