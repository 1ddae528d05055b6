namespace Rushes.FakeProviders.GoogleFlow;

/// <summary>How a status answer of Flow looks.</summary>
public enum FlowStatusShape
{
    /// <summary><c>operations[]</c> with <c>..._SUCCESSFUL</c> and <c>operation.metadata.video.fifeUrl</c>, as captured in 2025.</summary>
    Successful,

    /// <summary><c>operations[]</c> with <c>..._SUCCEEDED</c> and the same place for the link.</summary>
    Succeeded,

    /// <summary>The documentation's variant: <c>operation.done</c>, <c>..._SUCCEEDED</c>, <c>response.videoUrl</c>.</summary>
    Documented,

    /// <summary>The form of 2026: <c>media[]</c> without a link; <c>GET /v1/media/{name}</c> leads to the bytes.</summary>
    Media,
}

/// <summary>Which of Flow's moods the server is in.</summary>
public sealed record FlowOptions
{
    /// <summary>The shape of status answers. A question in the media form is always answered in the media form.</summary>
    public FlowStatusShape Shape { get; init; }

    /// <summary>Generating calls without <c>recaptchaContext</c> are refused with 403, as the real service does since 2026.</summary>
    public bool DemandsRecaptcha { get; init; }

    /// <summary>A model key is refused for an aspect ratio it does not film.</summary>
    public bool StrictModels { get; init; } = true;

    /// <summary>Upscales answer at once with the bytes in base64 instead of running as an operation.</summary>
    public bool InlineUpscale { get; init; }

    /// <summary>Credits an account begins with.</summary>
    public int Credits { get; init; } = 1000;
}
