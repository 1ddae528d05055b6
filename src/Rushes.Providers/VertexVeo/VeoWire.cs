using System.Text.Json.Nodes;

namespace Rushes.Providers.VertexVeo;

/// <summary>What the adapter must know of a Veo model, from the <c>wire</c> of its file in <c>data/models</c>.</summary>
internal sealed record VeoWire
{
    /// <summary>The publisher's name of the model, such as <c>veo-3.1-generate-001</c>.</summary>
    public required string Model { get; init; }

    /// <summary>
    /// Where clips are put, such as <c>gs://bucket/rushes/</c>. Without it they come inside the answer, which needs no bucket but cannot be resumed when
    /// a download breaks.
    /// </summary>
    public string? StorageUri { get; init; }

    /// <summary>Clip length in seconds that reference pictures demand.</summary>
    public double ReferenceLength { get; init; } = 8;

    /// <summary>Whatever else goes with every request, such as <c>generateAudio</c>; it goes before what Rushes would say itself.</summary>
    public JsonObject Parameters { get; init; } = [];
}
