namespace Rushes.Engine.Shooting.Prompts;

/// <summary>A picture that shows a model how somebody or something looks.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Sha256">Of the file as it was when the order was worded, in lower-case hexadecimal digits; null before.</param>
public sealed record ReferencePicture(string Path, string? Sha256 = null);
