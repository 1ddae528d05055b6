using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Composing;

/// <summary>A moment that was chosen for a scene, and in which of its words it is shown.</summary>
internal sealed record PickedMoment(Moment Moment, string Show);
