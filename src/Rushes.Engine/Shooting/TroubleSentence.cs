using Rushes.Engine.Texts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting;

/// <summary>Troubles in the user's language.</summary>
public static class TroubleSentence
{
    private static readonly HashSet<string> WithRemedy =
    [
        Troubles.QuotaGone, Troubles.SignedOut, Troubles.RefusedUse, Troubles.NotAllowed, Troubles.Disabled, Troubles.NoToken, Troubles.Throttled,
        Troubles.Unreachable,
    ];

    /// <summary>What it is, with the words of whoever said so.</summary>
    public static string Of(Trouble trouble)
    {
        ArgumentNullException.ThrowIfNull(trouble);
        var sentence = Sentence.Of("shooting.trouble-" + trouble.Code);
        return string.IsNullOrWhiteSpace(trouble.Words) ? sentence : Sentence.Of("shooting.trouble-with-words", sentence, trouble.Words);
    }

    /// <summary>What the user can do about an account in this trouble; null when there is nothing but to wait.</summary>
    public static string? RemedyOf(Trouble trouble, string accountName)
    {
        ArgumentNullException.ThrowIfNull(trouble);
        return WithRemedy.Contains(trouble.Code) ? Sentence.Of("shooting.remedy-" + trouble.Code, accountName) : null;
    }
}
