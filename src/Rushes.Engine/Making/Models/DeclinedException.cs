namespace Rushes.Engine.Making.Models;

/// <summary>The user was asked about a cost and said no. Nothing was begun.</summary>
public sealed class DeclinedException() : OperationCanceledException("The user did not agree to the cost.");
