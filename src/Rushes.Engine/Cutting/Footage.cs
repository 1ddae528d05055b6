using Rushes.Film.Scenes;

namespace Rushes.Engine.Cutting;

/// <summary>What is in a video file.</summary>
/// <param name="Seconds">How long its picture lasts.</param>
/// <param name="Size">As it is shown: turned as the file says, with square pixels.</param>
/// <param name="Rate">Frames a second as the file says; 0 when it does not.</param>
/// <param name="HasSound">There is an audio stream, maybe a silent one.</param>
/// <param name="HighDynamicRange">Its brightness must be brought into the range of ordinary screens.</param>
/// <param name="SourceType">The IPTC digital source type that its metadata states, such as <c>trainedAlgorithmicMedia</c>; null when it states none.</param>
public sealed record Footage(double Seconds, FrameSize Size, double Rate, bool HasSound, bool HighDynamicRange, string? SourceType = null);
