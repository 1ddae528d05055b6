namespace Rushes.Engine.Shooting.Books;

/// <summary>An account with work.</summary>
/// <param name="Owner">The process that has its lane; null when none has.</param>
/// <param name="LeaseUntil">When the lease of that process runs out.</param>
public sealed record LaneWork(string Account, string? Owner, DateTimeOffset? LeaseUntil);
