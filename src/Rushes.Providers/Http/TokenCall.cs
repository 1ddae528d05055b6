using System.Net;
using Rushes.Film.Accounts;

namespace Rushes.Providers.Http;

/// <summary>
/// Sends a request with the account's tokens in turn. One that the provider does not know (any more) is passed over: such an answer comes before
/// anything was made, so the next token may ask the same.
/// </summary>
public sealed class TokenCall(Wire wire, TokenTurn turn)
{
    /// <param name="write">Writes the request for a token.</param>
    /// <param name="isUnknown">Whether an answer says that the token is not known; 401 by default.</param>
    /// <returns>Null when the account has no token, and nothing was sent.</returns>
    public async Task<WireAnswer?> SendAsync(
        Account account, Func<string, HttpRequestMessage> write, Func<WireAnswer.Answered, bool>? isUnknown, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(write);
        isUnknown ??= static answer => answer.Status == HttpStatusCode.Unauthorized;
        while (await turn.NextAsync(account, cancellation) is { } token)
        {
            using var request = write(token);
            var answer = await wire.SendAsync(request, cancellation);
            if (answer is not WireAnswer.Answered answered || !isUnknown(answered))
                return answer;
            if (!turn.Refused(account, token))
                return answered;
        }

        return null;
    }
}
