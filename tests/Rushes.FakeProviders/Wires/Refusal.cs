namespace Rushes.FakeProviders.Wires;

/// <summary>Why a wire says no; each wire has its own status and words for it.</summary>
internal enum RefusalKind
{
    BadRequest,
    Unauthorized,
    NoCredit,
    Forbidden,
    NotFound,
    TooMany,
    Internal,
    Unavailable,
    Captcha,
}

/// <summary>A call that a wire does not answer as wished.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Message">For the client's eyes; null takes the wire's usual words.</param>
/// <param name="RetryAfter">After how many seconds it may come again, when the server says so.</param>
/// <param name="Field">The field that is wrong.</param>
internal sealed record Refusal(RefusalKind Kind, string? Message = null, double? RetryAfter = null, string? Field = null);

/// <summary>Ends the reading of a request that is wrong, from however deep.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Message)
{
    public RefusedException(RefusalKind kind, string message, string? field = null) : this(new Refusal(kind, message, Field: field))
    {
    }

    public Refusal Refusal { get; } = refusal;
}
