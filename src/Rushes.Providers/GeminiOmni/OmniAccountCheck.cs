using System.Globalization;
using System.Net;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GeminiOmni;

/// <summary>Asks the Gemini API for its list of models, which is free.</summary>
public sealed class OmniAccountCheck(ModelBook models, TokenCall calls) : IAccountCheck
{
    public string Provider => GeminiOmniProvider.ProviderName;

    public async Task<AccountHealth> CheckAsync(Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        var answer = await calls.SendAsync(
            account,
            key => OmniHost.Sign(JsonRequests.Get(OmniHost.Address(account, "models?pageSize=1000")), key),
            OmniErrors.IsKeyUnknown,
            cancellation);
        return answer switch
        {
            null => AccountHealth.Bad(new(Troubles.SignedOut, Sentence.Of("provider.no-key"))),
            WireAnswer.Answered { IsSuccess: true } yes => AccountHealth.Good(new AccountFact("provider.models-seen", OpenTo(yes).ToString(CultureInfo.InvariantCulture))),
            WireAnswer.Answered { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } no =>
                AccountHealth.Bad(Troubles.Of(OmniErrors.OfSubmission(no))),
            _ => AccountHealth.Bad(new(Troubles.Unreachable, StatusMeaning.Unreadable(answer).Reason)),
        };
    }

    private int OpenTo(WireAnswer.Answered answer)
    {
        var listed = answer.Json.Items("models").Select(model => model.Text("name")).ToHashSet(StringComparer.Ordinal);
        return models.Of(Provider).Count(model => listed.Contains("models/" + OmniWire.NameOf(model)));
    }
}
