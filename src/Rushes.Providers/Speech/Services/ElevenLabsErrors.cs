using Rushes.Engine.Shooting;
using Rushes.Providers.Http;

namespace Rushes.Providers.Speech.Services;

/// <summary>Tells the refusals of ElevenLabs apart: <c>{"detail":{"status","message"}}</c>, where one status means several things.</summary>
internal static class ElevenLabsErrors
{
    public static Refusal Of(WireAnswer.Answered answer)
    {
        var code = answer.Json.Text("detail", "status") ?? answer.Json.Text("detail", "code") ?? "";
        var words = answer.Json.Text("detail", "message") ?? answer.Json.Text("detail") ?? StatusMeaning.Said(answer.Status);
        return new(KindOf((int)answer.Status, code), words, answer.RetryAfter);
    }

    private static RefusalKind KindOf(int status, string code) => code switch
    {
        "quota_exceeded" => RefusalKind.QuotaGone,
        "invalid_api_key" or "needs_authorization" => RefusalKind.SignedOut,
        "detected_unusual_activity" => RefusalKind.RefusedUse,
        "content_against_policy" => RefusalKind.Policy,

        // The voice, not the model: the next line may have another.
        "voice_not_found" => RefusalKind.BadRequest,
        _ when status >= 500 || status == 408 => RefusalKind.FailedAtProvider,
        _ when status == 404 => RefusalKind.NotAllowed,
        _ => StatusMeaning.Of((System.Net.HttpStatusCode)status),
    };
}
