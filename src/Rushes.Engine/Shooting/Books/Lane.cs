namespace Rushes.Engine.Shooting.Books;

/// <summary>The right to film with an account, for as long as the epoch lasts: taking the lane again, by whoever, raises it and fences this one off.</summary>
public sealed record Lane(string Account, string Owner, long Epoch);
