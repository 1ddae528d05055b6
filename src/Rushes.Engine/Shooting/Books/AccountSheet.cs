using Rushes.Film.Accounts;

namespace Rushes.Engine.Shooting.Books;

/// <summary>An account and how it is.</summary>
/// <param name="Group">The quota group whose limits it shares.</param>
/// <param name="Owner">The process that has its lane; null when none has.</param>
public sealed record AccountSheet(Account Account, string Group, IReadOnlyList<Rest> Rests, string? Owner)
{
    /// <summary>What keeps the account from filming with a model at a moment; null when nothing does.</summary>
    public Rest? RestFor(string? model, DateTimeOffset now) =>
        Rests.Where(rest => rest.Concerns(model) && rest.Lasts(now)).MaxBy(rest => rest.Until ?? DateTimeOffset.MaxValue);
}
