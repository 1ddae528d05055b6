namespace Rushes.Engine.Shooting.Books;

/// <summary>What a lane hears when it renews its lease.</summary>
/// <param name="Sheet">The account as it is now.</param>
/// <param name="InWork">Every take of the account that is submitting, generating or downloading.</param>
/// <param name="Cancelled">Operations whose takes were cancelled and that the provider was not asked to stop yet.</param>
public sealed record LaneNews(AccountSheet Sheet, IReadOnlyList<long> InWork, IReadOnlyList<CancelledShot> Cancelled);
