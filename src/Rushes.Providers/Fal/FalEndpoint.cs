using System.Text.Json.Nodes;

namespace Rushes.Providers.Fal;

/// <summary>One endpoint of a model and what it calls its pictures.</summary>
internal sealed record FalEndpoint
{
    /// <summary>Such as <c>fal-ai/veo3.1/image-to-video</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The field of the picture to start from.</summary>
    public string? First { get; init; }

    /// <summary>The field of the picture to end at.</summary>
    public string? Last { get; init; }

    /// <summary>The field that lists reference pictures.</summary>
    public string? References { get; init; }

    /// <summary>Fields that other endpoints of the model take and this one does not.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Further input of this endpoint alone.</summary>
    public JsonObject Input { get; init; } = [];
}
