namespace Rushes.Studio.Api.Answers;

/// <summary>A line told while a film is made.</summary>
/// <param name="Number">1, 2, 3...</param>
/// <param name="Warning">The user may want to do something about it.</param>
internal sealed record WorkLine(int Number, DateTimeOffset At, string Text, bool Warning);
