namespace Rushes.Engine.Making;

/// <summary>The least that a run could have taken, and the usual parts of a take.</summary>
internal sealed record LedgerFloor(TimeSpan Total, TimeSpan Submission, TimeSpan Generation, TimeSpan Download);
