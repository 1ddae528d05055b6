using Rushes.Film.Accounts;

namespace Rushes.Engine.Shooting;

/// <summary>
/// The part of a provider that enlarges what it filmed, where the provider has one. An enlargement is an operation like any other of the provider: it is
/// polled and downloaded by its own id, and asked for once, with an intent committed before.
/// </summary>
public interface IUpscaler
{
    /// <summary>Whether the provider itself can enlarge what its model films for the order to <see cref="ShotOrder.Upscale"/>.</summary>
    bool CanUpscale(ShotOrder order);

    /// <summary>Asks for one enlargement, once.</summary>
    /// <param name="operation">The finished operation that filmed the take.</param>
    /// <param name="correlation">The id of the attempt to enlarge, for <see cref="IVideoProvider.LookUpAsync"/>.</param>
    Task<Submission> UpscaleAsync(string operation, ShotOrder order, Account account, string correlation, CancellationToken cancellation);
}
