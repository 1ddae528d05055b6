namespace Rushes.Engine.Shooting;

public enum RefusalKind
{
    /// <summary>Too many requests: the account rests, its queued takes go to other lanes at once.</summary>
    Throttled,

    /// <summary>Quota or credit is gone: the account rests until its reset.</summary>
    QuotaGone,

    /// <summary>The token expired or is wrong: the account is set aside until it is renewed.</summary>
    SignedOut,

    /// <summary>The provider refuses automated use of this account: set aside, no retry.</summary>
    RefusedUse,

    /// <summary>The account may not use this model: set aside for it, the take moves on.</summary>
    NotAllowed,

    /// <summary>The provider's policy refused the content.</summary>
    Policy,

    /// <summary>The request is wrong; no other account is tried.</summary>
    BadRequest,

    /// <summary>An uploaded picture is gone; uploaded again, once.</summary>
    ExpiredInput,

    /// <summary>The provider failed and says that trying again may help.</summary>
    FailedAtProvider,

    /// <summary>The request never left this machine: no connection came about. The account rests for a moment, its queued takes go to other lanes.</summary>
    Unreachable,
}
