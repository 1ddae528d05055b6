namespace Rushes.Engine.Shooting;

/// <summary>What became of the wish for a larger clip.</summary>
/// <param name="Target">What was asked for, such as <c>4k</c>.</param>
/// <param name="By">Who enlarged it: a provider's name, or the method of this machine, such as <c>lanczos</c>; null when the clip is as it was filmed.</param>
/// <param name="Problem">Why it could not be enlarged; null when it was, or was large enough.</param>
public sealed record UpscaleNotes(string Target, string? By, string? Problem = null);
