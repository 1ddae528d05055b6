using Rushes.Engine.Writing.Variants;

namespace Rushes.Studio.Api.Requests;

/// <summary>What becomes the film's script: a variant, or scenes of several.</summary>
internal sealed record VariantChoiceRequest
{
    /// <summary>The variant that is taken whole.</summary>
    public int? Variant { get; init; }

    /// <summary>Scenes in the order wanted; variant 0 is the film's own script.</summary>
    public IReadOnlyList<VariantScene>? Scenes { get; init; }
}
