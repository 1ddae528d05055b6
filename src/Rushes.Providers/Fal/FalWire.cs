using System.Text.Json.Nodes;

namespace Rushes.Providers.Fal;

/// <summary>
/// What the adapter must know of a model at fal, from the <c>wire</c> of its file in <c>data/models</c>: its endpoints and the names of their fields. A
/// field without a name is not sent.
/// </summary>
internal sealed record FalWire
{
    /// <summary>Films from words alone.</summary>
    public FalEndpoint? Text { get; init; }

    /// <summary>Films from a first picture.</summary>
    public FalEndpoint? Image { get; init; }

    /// <summary>Films from a first picture to a last one; without it <see cref="Image"/> does, where it has a field for the last one.</summary>
    public FalEndpoint? FirstLast { get; init; }

    /// <summary>Films with pictures of who and what is seen.</summary>
    public FalEndpoint? Reference { get; init; }

    public string Prompt { get; init; } = "prompt";
    public string? Negative { get; init; }
    public string? Aspect { get; init; }
    public string? Duration { get; init; }
    public FalDuration DurationAs { get; init; } = FalDuration.Text;
    public string? Resolution { get; init; }
    public string? Seed { get; init; }

    /// <summary>
    /// Any further input, sent as it is with every request of the model and stronger than what Rushes would say itself: the box for whatever an
    /// endpoint can do that this file has no word for.
    /// </summary>
    public JsonObject Input { get; init; } = [];
}
