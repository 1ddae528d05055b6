namespace Rushes.Engine.Making;

/// <summary>Something that was told while a film was made.</summary>
/// <param name="Number">1, 2, 3...</param>
/// <param name="Warning">The user may want to do something about it.</param>
public sealed record NewsLine(int Number, DateTimeOffset At, string Sentence, bool Warning);
