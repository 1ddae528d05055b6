using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>A take whose clip was enlarged, or not.</summary>
/// <param name="Cost">What the enlargement cost, where the provider says it.</param>
internal sealed record Enlarged(UpscaleNotes Notes, Cost? Cost = null);
