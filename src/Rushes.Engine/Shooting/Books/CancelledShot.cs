namespace Rushes.Engine.Shooting.Books;

/// <summary>An accepted operation that nobody wants now.</summary>
public sealed record CancelledShot(long Take, string Attempt, string Operation);
