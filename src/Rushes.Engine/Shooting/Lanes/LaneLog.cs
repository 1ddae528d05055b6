using Microsoft.Extensions.Logging;
using Rushes.Engine.Shooting.Books;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>What lanes say to the log. Never a token, never a prompt.</summary>
internal static partial class LaneLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Account}: lane opened, {Slots} slots, epoch {Epoch}, {Found} takes taken up.")]
    public static partial void Opened(ILogger log, string account, int slots, long epoch, int found);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Account}: lane closed after {Ready} clips.")]
    public static partial void Closed(ILogger log, string account, int ready);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Account}: the lane was taken over by another process.")]
    public static partial void TakenOver(ILogger log, string account);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Account}: scene {Scene} refused ({Kind}): {Words}")]
    public static partial void Refused(ILogger log, string account, int scene, RefusalKind kind, string words);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Account}: the answer to scene {Scene} was lost: {Reason}")]
    public static partial void AnswerLost(ILogger log, string account, int scene, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Account}: looking up scene {Scene} told nothing: {Reason}")]
    public static partial void LookUpUnclear(ILogger log, string account, int scene, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Account}: submitting scene {Scene} threw; whether it was accepted is not known.")]
    public static partial void SubmissionThrew(ILogger log, Exception problem, string account, int scene);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Account}: the late answer to scene {Scene} could not be kept.")]
    public static partial void LateAnswerLost(ILogger log, Exception problem, string account, int scene);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Account}: scene {Scene} was accepted as {Operation}, but nobody waits for it ({Recorded}).")]
    public static partial void AcceptedButUnwanted(ILogger log, string account, int scene, Recorded recorded, string operation);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Account}: {Count} operations could not be asked about: {Reason}")]
    public static partial void PollFailed(ILogger log, string account, int count, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Account}: the clip of scene {Scene} did not arrive: {Reason}")]
    public static partial void DownloadBroken(ILogger log, string account, int scene, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Account}: scene {Scene} could not be enlarged to {Target}: {Reason}")]
    public static partial void NotEnlarged(ILogger log, string account, int scene, string target, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Account}: scene {Scene} ready, {Bytes} bytes.")]
    public static partial void Ready(ILogger log, string account, int scene, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Account}: asking to stop {Operation} failed: {Reason}")]
    public static partial void StopFailed(ILogger log, string account, string operation, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Account}: the lane broke.")]
    public static partial void Broke(ILogger log, Exception problem, string account);
}
