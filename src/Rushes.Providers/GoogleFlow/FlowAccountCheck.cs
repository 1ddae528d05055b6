using System.Globalization;
using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;
using Rushes.Providers.Http;

namespace Rushes.Providers.GoogleFlow;

/// <summary>Asks Flow for the account's credits, which costs none.</summary>
public sealed class FlowAccountCheck(TokenCall calls) : IAccountCheck
{
    public string Provider => "google-flow";

    public async Task<AccountHealth> CheckAsync(Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        var answer = await calls.SendAsync(
            account, token => FlowHost.Sign(JsonRequests.Get(FlowHost.Address(account, "v1/credits")), token), null, cancellation);
        return answer switch
        {
            null => AccountHealth.Bad(new(Troubles.SignedOut, Sentence.Of("provider.no-key"))),
            WireAnswer.Answered { IsSuccess: true } yes => new(
                FlowHost.MayGenerate(account) ? null : new Trouble(Troubles.RefusedUse, Sentence.Of("provider.flow-needs-browser")), FactsOf(yes)),
            WireAnswer.Answered { Status: >= System.Net.HttpStatusCode.BadRequest and < System.Net.HttpStatusCode.InternalServerError } no =>
                AccountHealth.Bad(Troubles.Of(FlowErrors.OfQuestion(no))),
            _ => AccountHealth.Bad(new(Troubles.Unreachable, StatusMeaning.Unreadable(answer).Reason)),
        };
    }

    private static IReadOnlyList<AccountFact> FactsOf(WireAnswer.Answered answer)
    {
        var facts = new List<AccountFact>();
        if (answer.Json.Number("credits") is { } credits)
            facts.Add(new("provider.credits", credits.ToString("0", CultureInfo.InvariantCulture)));
        if ((answer.Json.Text("sku") ?? answer.Json.Text("userPaygateTier")) is { } tier)
            facts.Add(new("provider.tier", PlanOf(tier)));
        return facts;
    }

    /// <summary>The name under which Google sells it; that of the wire where there is none.</summary>
    private static string PlanOf(string tier) => tier switch
    {
        "PAYGATE_TIER_ONE" => "Google AI Pro",
        "PAYGATE_TIER_TWO" => "Google AI Ultra",
        _ => tier,
    };
}
