using System.Net.Http.Headers;
using Microsoft.Extensions.AI;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Writing.LanguageModels;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.LanguageModels;

/// <summary>Opens the wire of one provider, and looks whether its accounts can sign in: by asking for the list of models, which costs nothing.</summary>
internal abstract class ChatSource(Wire wire, TokenTurn tokens) : IChatSource, IAccountCheck
{
    public abstract string Provider { get; }

    protected Wire Wire => wire;

    protected TokenTurn Tokens => tokens;

    public abstract IChatClient Open(Account account, LanguageModel model);

    public virtual Task<string?> OwnModelAsync(Account account, CancellationToken cancellation) => Task.FromResult<string?>(null);

    public async Task<AccountHealth> CheckAsync(Account account, CancellationToken cancellation)
    {
        try
        {
            await ModelsAsync(account, cancellation);
            return AccountHealth.Good();
        }
        catch (ChatException failed)
        {
            return AccountHealth.Bad(failed.Failure.Trouble);
        }
    }

    protected abstract Uri ModelsOf(Account account);

    protected virtual bool NeedsKey(Account account) => true;

    protected abstract void Sign(HttpRequestHeaders headers, string key);

    /// <exception cref="ChatException">It did not answer, or refused.</exception>
    protected async Task<WireAnswer.Answered> ModelsAsync(Account account, CancellationToken cancellation)
    {
        while (true)
        {
            var key = await tokens.NextAsync(account, cancellation);
            if (key is null && NeedsKey(account))
                throw new ChatException(new ChatFailure.Refused(new Refusal(RefusalKind.SignedOut, "")));
            using var request = new HttpRequestMessage(HttpMethod.Get, ModelsOf(account));
            if (key is not null)
                Sign(request.Headers, key);
            switch (await wire.SendAsync(request, cancellation))
            {
                case WireAnswer.Answered { IsSuccess: true } answer:
                    return answer;
                case WireAnswer.Answered refusal:
                    var why = ChatErrors.Of(refusal);
                    if (why.Kind != RefusalKind.SignedOut || key is null || !tokens.Refused(account, key))
                        throw new ChatException(new ChatFailure.Refused(why));
                    break;
                case WireAnswer.NeverSent unsent:
                    throw new ChatException(new ChatFailure.NeverSent(unsent.Reason));
                case WireAnswer.Lost lost:
                    throw new ChatException(new ChatFailure.Lost(lost.Reason));
            }
        }
    }
}
