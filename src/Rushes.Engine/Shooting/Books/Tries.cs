namespace Rushes.Engine.Shooting.Books;

/// <summary>How often a take went wrong since the user last asked for it.</summary>
/// <param name="Failures">Times that it failed at the provider.</param>
/// <param name="Refusals">Times that the provider's policy refused it.</param>
/// <param name="Uploads">Times that an uploaded picture had expired.</param>
public sealed record Tries(int Failures = 0, int Refusals = 0, int Uploads = 0);
