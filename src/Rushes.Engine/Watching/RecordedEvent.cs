namespace Rushes.Engine.Watching;

/// <summary>An event in its place.</summary>
/// <param name="Sequence">1, 2, 3... within the run, without gaps; readers go on after the last one they saw.</param>
public sealed record RecordedEvent(string Run, long Sequence, DateTimeOffset At, StudioEvent Event);
