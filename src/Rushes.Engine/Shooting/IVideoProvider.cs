using Rushes.Film.Accounts;

namespace Rushes.Engine.Shooting;

/// <summary>
/// The seam to a service or engine that films takes. One instance serves every account of the provider; implementations are stateless about
/// runs and never retry a submission: what an answer means is decided by the lane.
/// </summary>
public interface IVideoProvider
{
    /// <summary>The name in accounts and on the command line, such as <c>animatic</c>.</summary>
    string Name { get; }

    ProviderTraits Traits { get; }

    /// <summary>What enlarges clips at the provider; null where it cannot.</summary>
    IUpscaler? Upscaler => null;

    /// <summary>
    /// Asks for one clip, once. <paramref name="correlation"/> is the attempt's own id: it was committed before the call, and a provider that can carry
    /// it makes <see cref="LookUpAsync"/> possible.
    /// </summary>
    Task<Submission> SubmitAsync(ShotOrder order, Account account, string correlation, CancellationToken cancellation);

    /// <summary>What became of the operations. One that is missing from the answer could not be asked about this time.</summary>
    Task<IReadOnlyDictionary<string, OperationStatus>> PollAsync(IReadOnlyList<string> operations, Account account, CancellationToken cancellation);

    /// <summary>
    /// Brings the clip of a finished operation to <paramref name="partFile"/>, resuming what is already there where it can. The name ends in
    /// <c>.mp4.part</c>, so that no half file is ever called a film: a program that guesses by name must be told the format.
    /// </summary>
    Task<Delivery> DownloadAsync(string operation, string partFile, Account account, CancellationToken cancellation);

    /// <summary>Asks the provider to stop an operation; true when it said that it did.</summary>
    Task<bool> CancelAsync(string operation, Account account, CancellationToken cancellation);

    /// <summary>Whether a submission whose answer was lost arrived. Only asked where <see cref="ProviderTraits.CanLookUp"/>.</summary>
    Task<LookUp> LookUpAsync(string correlation, Account account, CancellationToken cancellation);
}
