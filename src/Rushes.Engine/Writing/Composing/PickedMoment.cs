using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Composing;

/// <summary>A moment that was chosen for a scene, with its action in words.</summary>
/// <param name="FromIdea">It belongs to the idea's own field or kind, not to the shared bank.</param>
internal sealed record PickedMoment(Moment Moment, string Action, bool FromIdea);
