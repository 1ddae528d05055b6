namespace Rushes.Engine.Doors;

/// <summary>Leave to enter the studio. What its bearer shows is never kept, only the digest of it.</summary>
/// <param name="Name">What the owner calls it.</param>
public sealed record Pass(string Digest, PassKind Kind, string Name, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
