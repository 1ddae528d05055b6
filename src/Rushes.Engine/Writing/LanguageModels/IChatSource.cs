using Microsoft.Extensions.AI;
using Rushes.Engine.Library;
using Rushes.Film.Accounts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>The seam to one kind of service that answers questions. One for each kind of account.</summary>
public interface IChatSource
{
    /// <summary>The provider's name, as accounts and <c>--writer</c> give it.</summary>
    string Provider { get; }

    /// <summary>
    /// A client for one model of an account. Credentials are looked up for each call; a call that did not bring an answer throws
    /// <see cref="ChatException"/>.
    /// </summary>
    IChatClient Open(Account account, LanguageModel model);

    /// <summary>The model to take where an account is at an address of its own and nobody named one, such as the first that a local server lists.</summary>
    /// <returns>Null when the data files' models are the ones to take.</returns>
    /// <exception cref="ChatException">The service did not answer.</exception>
    Task<string?> OwnModelAsync(Account account, CancellationToken cancellation);
}
