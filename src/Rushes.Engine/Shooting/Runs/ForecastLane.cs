namespace Rushes.Engine.Shooting.Runs;

/// <summary>What a forecast must know of a lane.</summary>
/// <param name="Slots">Takes at once.</param>
/// <param name="Pace">From the start of one submission to the start of the next.</param>
/// <param name="Latency">From the start of the submission to the clip.</param>
public sealed record ForecastLane(int Slots, TimeSpan Pace, TimeSpan Latency);
