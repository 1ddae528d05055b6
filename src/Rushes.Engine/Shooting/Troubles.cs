using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting;

/// <summary>The codes of what can go wrong with a take or an account; each has its sentence under <c>shooting.trouble-CODE</c>.</summary>
public static class Troubles
{
    public const string Throttled = "throttled";
    public const string QuotaGone = "quota-gone";
    public const string SignedOut = "signed-out";
    public const string RefusedUse = "refused-use";
    public const string NotAllowed = "not-allowed";
    public const string Policy = "policy";
    public const string BadRequest = "bad-request";
    public const string ExpiredInput = "expired-input";
    public const string FailedAtProvider = "failed-at-provider";

    /// <summary>No connection to the provider came about.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The answer to a submission never came.</summary>
    public const string Lost = "lost";

    /// <summary>It was never sent, or the provider proved that it never arrived.</summary>
    public const string Unsent = "unsent";

    /// <summary>The provider does not know the operation any more.</summary>
    public const string Vanished = "vanished";

    /// <summary>The operation went on longer than anyone would wait.</summary>
    public const string Endless = "endless";

    /// <summary>Generated, but the clip could not be brought home.</summary>
    public const string Download = "download";

    public const string Disabled = "disabled";

    /// <summary>The account was given no token, key or document.</summary>
    public const string NoToken = "no-token";

    public static IReadOnlyList<string> All { get; } =
    [
        Throttled, QuotaGone, SignedOut, RefusedUse, NotAllowed, Policy, BadRequest, ExpiredInput, FailedAtProvider, Unreachable, Lost, Unsent, Vanished,
        Endless, Download, Disabled, NoToken,
    ];

    public static Trouble Of(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new(CodeOf(refusal.Kind), refusal.Words);
    }

    private static string CodeOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Throttled => Throttled,
        RefusalKind.QuotaGone => QuotaGone,
        RefusalKind.SignedOut => SignedOut,
        RefusalKind.RefusedUse => RefusedUse,
        RefusalKind.NotAllowed => NotAllowed,
        RefusalKind.Policy => Policy,
        RefusalKind.BadRequest => BadRequest,
        RefusalKind.ExpiredInput => ExpiredInput,
        RefusalKind.FailedAtProvider => FailedAtProvider,
        RefusalKind.Unreachable => Unreachable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of refusal."),
    };
}
