using Rushes.Engine.Accounts;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.Speech.Services;

/// <summary>Asks for the list of voices, which costs nothing.</summary>
internal sealed class AzureSpeechCheck(TokenCall calls) : IAccountCheck
{
    public string Provider => AzureSpeech.Kind;

    public async Task<AccountHealth> CheckAsync(Account account, CancellationToken cancellation) =>
        await calls.SendAsync(account, key => Ask(key, account), null, cancellation) switch
        {
            WireAnswer.Answered { IsSuccess: true } yes => AccountHealth.Good(new AccountFact("voices.listed", yes.Json.ValueKind == System.Text.Json.JsonValueKind.Array ? yes.Json.GetArrayLength() : 0)),
            var other => SpeechChecks.Bad(other, AzureSpeech.ErrorOf),
        };

    private static HttpRequestMessage Ask(string key, Account account)
    {
        var request = JsonRequests.Get(AzureSpeech.At(account, "cognitiveservices/voices/list"));
        AzureSpeech.SignWith(request, key);
        return request;
    }
}
