using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.Speech.Services;

/// <summary>Asks for the subscription, which costs nothing and says what is left of it.</summary>
internal sealed class ElevenLabsCheck(TokenCall calls) : IAccountCheck
{
    public string Provider => ElevenLabsSpeech.Kind;

    public async Task<AccountHealth> CheckAsync(Account account, CancellationToken cancellation) =>
        await calls.SendAsync(
            account,
            key => JsonRequests.Get(ElevenLabsSpeech.At(account, "v1/user/subscription")).WithHeader("xi-api-key", key),
            answer => ElevenLabsErrors.Of(answer).Kind == RefusalKind.SignedOut,
            cancellation) switch
        {
            WireAnswer.Answered { IsSuccess: true } yes => AccountHealth.Good([.. LeftOf(yes)]),
            var other => SpeechChecks.Bad(other, ElevenLabsErrors.Of),
        };

    private static IEnumerable<AccountFact> LeftOf(WireAnswer.Answered answer)
    {
        if (answer.Json.Number("character_limit") is { } limit && answer.Json.Number("character_count") is { } used)
            yield return new("voices.characters-left", Math.Max(0, limit - used), limit);
    }
}
