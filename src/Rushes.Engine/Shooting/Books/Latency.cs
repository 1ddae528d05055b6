namespace Rushes.Engine.Shooting.Books;

/// <summary>How long an operation took, from its acceptance to the poll that found it finished.</summary>
public sealed record Latency(string? Model, TimeSpan Took);
