using System.Text.Json.Serialization;

namespace Rushes.Providers.Ffmpeg;

/// <summary>What ffprobe prints as JSON, as far as it is read.</summary>
internal sealed record Probed(IReadOnlyList<ProbedStream>? Streams, ProbedFormat? Format);

internal sealed record ProbedFormat(
    [property: JsonPropertyName("format_name")] string? Name, string? Duration, IReadOnlyDictionary<string, string>? Tags)
{
    /// <summary>ffmpeg's readers of pictures: one for names (<c>image2</c>) and one for each kind of content (<c>png_pipe</c>).</summary>
    public bool IsStill => Name is { } name && (name == "image2" || name.EndsWith("_pipe", StringComparison.Ordinal));
}

internal sealed record ProbedStream
{
    [JsonPropertyName("codec_type")]
    public string? CodecType { get; init; }

    public int Width { get; init; }
    public int Height { get; init; }

    [JsonPropertyName("sample_aspect_ratio")]
    public string? SampleAspectRatio { get; init; }

    [JsonPropertyName("avg_frame_rate")]
    public string? AvgFrameRate { get; init; }

    [JsonPropertyName("color_transfer")]
    public string? ColorTransfer { get; init; }

    public string? Duration { get; init; }
    public ProbedDisposition? Disposition { get; init; }

    [JsonPropertyName("side_data_list")]
    public IReadOnlyList<ProbedSideData>? SideDataList { get; init; }
}

internal sealed record ProbedDisposition([property: JsonPropertyName("attached_pic")] int AttachedPic);

internal sealed record ProbedSideData(double? Rotation);
