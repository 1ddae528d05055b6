using Rushes.Film;
using Rushes.Film.Takes;

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
    /// <param name="Cost">What it cost, where the provider says it.</param>
    public sealed record Finished(Cost? Cost = null) : OperationStatus;

    /// <summary>
    /// The operation failed for good. Signed out, refused use and not allowed are taken as words about the account, never about the operation, which
    /// may still be running: the account is set aside and the operation asked about again later.
    /// </summary>
    public sealed record Refused(Refusal Reason) : OperationStatus;

    /// <summary>
    /// The provider says for sure that there is no such operation (any more). A local provider answers so for what ended with an earlier process: the
    /// take is filmed again. Elsewhere money may have been spent, and the take becomes unknown.
    /// </summary>
    public sealed record Vanished(string Reason) : OperationStatus;

    /// <summary>
    /// This machine lacks something that the user can mend, such as space on its disk: the lane stops and says so. The operation stands, has failed at
    /// nothing, and goes on when it is polled again.
    /// </summary>
    public sealed record Halted(Mistake Mistake) : OperationStatus;

    /// <summary>The poll failed, not the operation: poll on with back-off.</summary>
    public sealed record Unreadable(string Reason, TimeSpan? RetryAfter = null) : OperationStatus;
}
