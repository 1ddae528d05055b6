using Rushes.Film;
using Rushes.Film.Accounts;

namespace Rushes.Providers.Http;

/// <summary>Where an account's provider answers.</summary>
public static class ProviderAddress
{
    /// <summary>The account's own base address, or the provider's usual one, ending in a slash so that paths can be appended.</summary>
    /// <param name="usual">Such as <c>https://queue.fal.run/</c>.</param>
    /// <exception cref="MistakeException">The account's address breaks <see cref="BaseAddress"/>'s rule.</exception>
    public static Uri Of(Account account, string usual)
    {
        ArgumentNullException.ThrowIfNull(account);
        var text = account.BaseUrl ?? usual;
        return BaseAddress.Check(text) is { } mistake ? throw mistake.AsException() : new Uri(text.EndsWith('/') ? text : text + "/");
    }
}
