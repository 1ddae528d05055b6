using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Providers.Http;

namespace Rushes.Providers.Speech.Services;

/// <summary>What an account of a voice service lacks that cannot sign in.</summary>
internal static class SpeechChecks
{
    /// <param name="answer">Null: there was no key to ask with.</param>
    public static AccountHealth Bad(WireAnswer? answer, Func<WireAnswer.Answered, Refusal> refusal) => AccountHealth.Bad(answer switch
    {
        null => new(Troubles.SignedOut, Sentence.Of("provider.no-key")),
        WireAnswer.Answered no => Troubles.Of(refusal(no)),
        var silence => new(Troubles.Unreachable, StatusMeaning.Unreadable(silence).Reason),
    });
}
