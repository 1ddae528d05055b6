using Rushes.Engine.Shooting;

namespace Rushes.Providers.GoogleFlow;

/// <summary>What a status answer said of one operation.</summary>
/// <param name="State">For the lane.</param>
/// <param name="Address">Where the clip is, signed by itself; null while there is none, or when the answer has none.</param>
/// <param name="Media">The clip's media id, by which it is enlarged, and asked for where the answer has no address.</param>
internal sealed record FlowStatus(OperationStatus State, Uri? Address = null, string? Media = null);
