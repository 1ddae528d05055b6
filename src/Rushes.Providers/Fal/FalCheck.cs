using System.Net;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.Fal;

/// <summary>Asks about a request that does not exist: whoever is told so has a good key, and nothing was made.</summary>
public sealed class FalCheck(TokenCall calls, ModelBook models) : IAccountCheck
{
    public string Provider => FalProvider.ProviderName;

    public async Task<AccountHealth> CheckAsync(Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (ModelWire.Find<FalWire>(models, Provider, null, out var refusal) is not var (_, wire) || (wire.Text ?? wire.Image) is not { } endpoint)
            return AccountHealth.Bad(Troubles.Of(refusal ?? new(RefusalKind.BadRequest, Sentence.Of("fal.no-endpoint", "?"))));
        var queue = ProviderAddress.Of(account, FalProvider.UsualQueue);
        var nobody = FalOperation.Of(JsonFacts.Parse($$"""{"request_id":"{{Guid.Empty}}"}"""), queue, endpoint.Id)!;
        return await calls.SendAsync(account, key => JsonRequests.Get(FalOperation.Status(queue, nobody)).WithKey(key), null, cancellation) switch
        {
            null => Bad(RefusalKind.SignedOut, Sentence.Of("provider.no-key")),
            WireAnswer.Answered { Status: HttpStatusCode.Unauthorized or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden } no =>
                AccountHealth.Bad(Troubles.Of(FalErrors.OfRequest(no))),
            WireAnswer.Answered answered when (int)answered.Status < 500 => AccountHealth.Good(new AccountFact("fal.reached")),
            { } silence => Bad(RefusalKind.Unreachable, StatusMeaning.Unreadable(silence).Reason),
        };
    }

    private static AccountHealth Bad(RefusalKind kind, string words) => AccountHealth.Bad(Troubles.Of(new(kind, words)));
}
