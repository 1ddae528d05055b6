namespace Rushes.FakeProviders.Faults;

/// <summary>What goes wrong. The README lists names, moments and what each wire makes of them.</summary>
public enum FaultKind
{
    /// <summary>400 or 422: the request is wrong.</summary>
    BadRequest,

    /// <summary>401: the credential is unknown or expired.</summary>
    Unauthorized,

    /// <summary>402, or the wire's own words for an empty balance.</summary>
    NoCredit,

    /// <summary>403: not allowed.</summary>
    Forbidden,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>429, with a time to wait when the fault has seconds.</summary>
    TooMany,

    /// <summary>500.</summary>
    Internal,

    /// <summary>502 with an HTML body, as a proxy in between answers.</summary>
    BadGateway,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>503 with an empty body.</summary>
    EmptyBody,

    /// <summary>503 whose JSON is a one-element array with a numeric code.</summary>
    ArrayBody,

    /// <summary>The connection is closed after the body was read; what was asked for has happened.</summary>
    Drop,

    /// <summary>500 although what was asked for has happened.</summary>
    LateInternal,

    /// <summary>The answer takes so many seconds longer.</summary>
    Slow,

    /// <summary>The captcha of Flow: 403 <c>PUBLIC_ERROR_UNUSUAL_ACTIVITY</c>.</summary>
    Captcha,

    /// <summary>ComfyUI: 400 with <c>node_errors</c>.</summary>
    NodeError,

    /// <summary>Accepted, but the first question about it is answered with "too many requests".</summary>
    TooManyLater,

    /// <summary>The operation ends refused for its content.</summary>
    Blocked,

    /// <summary>The operation ends failed by the provider's fault.</summary>
    Failed,

    /// <summary>The operation ends failed by the provider's fault, and says that trying again is no use.</summary>
    FailedForGood,

    /// <summary>The operation never ends.</summary>
    Stuck,

    /// <summary>The operation is forgotten by the provider as soon as it has been asked about.</summary>
    Lost,

    /// <summary>ComfyUI: the websocket is closed in the middle of the work.</summary>
    SocketDrop,

    /// <summary>The finished file is not ready to be read for so many questions.</summary>
    Processing,

    /// <summary>60 % of the promised bytes, then the connection is closed.</summary>
    Truncated,

    /// <summary>200 with an HTML page instead of a clip.</summary>
    Html,

    /// <summary>200 with no byte.</summary>
    Empty,

    /// <summary>200 <c>video/mp4</c> whose bytes are none.</summary>
    Damaged,

    /// <summary>The link is too old; the next status answer has a fresh one.</summary>
    Expired,

    /// <summary>302 to the download host.</summary>
    Redirect,

    /// <summary>A language model wraps its JSON in code fences and talk.</summary>
    Fences,

    /// <summary>A language model stops at its token limit in the middle.</summary>
    Cut,

    /// <summary>A language model answers with wrong types (numbers as words, a string for a list).</summary>
    WrongTypes,

    /// <summary>A language model writes one scene too few.</summary>
    TooFew,

    /// <summary>A language model writes one scene too many.</summary>
    TooManyScenes,

    /// <summary>A language model writes in another language than asked.</summary>
    WrongLanguage,

    /// <summary>A language model opens with a greeting instead of a hook.</summary>
    Greeting,

    /// <summary>A language model answers with prose.</summary>
    Prose,

    /// <summary>A language model refuses in words.</summary>
    Refusal,

    /// <summary>A stream ends in the middle without its end mark.</summary>
    StreamDrop,

    /// <summary>A stream that waits between its pieces.</summary>
    SlowStream,
}
