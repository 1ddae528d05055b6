namespace Rushes.Studio.Api.Answers;

/// <summary>A picture that was kept for a film's request.</summary>
/// <param name="Upload">What the request calls it.</param>
internal sealed record UploadSheet(string Upload);
