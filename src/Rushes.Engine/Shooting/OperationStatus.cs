namespace Rushes.Engine.Shooting;

/// <summary>What a poll said of one operation.</summary>
public abstract record OperationStatus
{
    private OperationStatus()
    {
    }

    /// <param name="Progress">0 to 1 where the provider says it.</param>
    public sealed record Generating(double? Progress = null) : OperationStatus;

    /// <summary>A video is there to be downloaded.</summary>
    public sealed record Finished : OperationStatus;

    public sealed record Refused(Refusal Reason) : OperationStatus;

    /// <summary>The poll failed, not the operation: poll on with back-off.</summary>
    public sealed record Unreadable(string Reason, TimeSpan? RetryAfter = null) : OperationStatus;
}
