namespace Rushes.FakeProviders.Calls;

/// <summary>Which of the two ports was called.</summary>
public enum Door
{
    /// <summary>The provider's interface.</summary>
    Api,

    /// <summary>The download host, to which no credential may go.</summary>
    Cdn,
}

/// <summary>One request that came in.</summary>
/// <param name="Number">1, 2, 3, ... in order of arrival.</param>
/// <param name="Door">Which port.</param>
/// <param name="Method">GET, POST, ...</param>
/// <param name="Path">The path, unescaped.</param>
/// <param name="Query">The query; what looks like a credential or signature is shown as <c>***</c>.</param>
/// <param name="Headers">Names of the headers that were there, in lower case; never their values.</param>
/// <param name="Body">The body as text; long strings in it (pictures) are cut and their length told.</param>
/// <param name="Account">Name of the account whose credential came along, if the wire knew it.</param>
/// <param name="Arrived">When its headers had been read.</param>
/// <param name="Answered">When the answer ended; null while it is in flight.</param>
/// <param name="Status">The HTTP status answered; 0 when the connection was closed without one.</param>
/// <param name="Outcome">What the server made of it: <c>accepted NAME</c>, <c>fault 429</c>, <c>refused too-many</c>, ...</param>
public sealed record Call(
    int Number,
    Door Door,
    string Method,
    string Path,
    string Query,
    IReadOnlyList<string> Headers,
    string Body,
    string? Account,
    DateTimeOffset Arrived,
    DateTimeOffset? Answered,
    int Status,
    string Outcome)
{
    /// <summary>Headers and query keys that carry credentials on some wire.</summary>
    private static readonly string[] CredentialNames =
        ["authorization", "x-goog-api-key", "xi-api-key", "api-key", "x-api-key", "ocp-apim-subscription-key", "cookie", "proxy-authorization"];

    /// <summary>A credential came along, in a header or as <c>?key=</c>.</summary>
    public bool CarriesCredential =>
        Headers.Any(name => CredentialNames.Contains(name, StringComparer.Ordinal))
        || CallText.CredentialKeys.Any(key => Query.Contains($"{key}=***", StringComparison.OrdinalIgnoreCase));
}
