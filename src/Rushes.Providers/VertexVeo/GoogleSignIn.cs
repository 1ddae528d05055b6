using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Google.Apis.Auth.OAuth2;
using Google.Apis.Auth.OAuth2.Responses;
using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.VertexVeo;

/// <summary>
/// Access tokens of accounts: from a service account's document, from access tokens that the user gave, or from the application default credentials of
/// this machine. Google's library keeps a token until it ends; one that the service refuses before is renewed here.
/// </summary>
internal sealed class GoogleSignIn(IKeyRing keys, TokenTurn turn)
{
    private const string Scope = "https://www.googleapis.com/auth/cloud-platform";
    private readonly ConcurrentDictionary<string, Holder> _holders = new(StringComparer.Ordinal);

    /// <param name="refused">A token that the service has just refused: another one is needed.</param>
    public async Task<SignedIn> OfAsync(Account account, string? refused, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        var credentials = await keys.OfAsync(account.Id, cancellation);
        if (credentials is { Document: null, Tokens.Count: > 0 })
            return await GivenAsync(account, refused, cancellation);
        if (credentials.Document is null && !MayUseDefault(account))
            return No(RefusalKind.SignedOut, Sentence.Of("vertex.no-default-elsewhere"));
        try
        {
            var holder = _holders.AddOrUpdate(
                account.Id,
                _ => new(credentials.Document),
                (_, held) => held.Document == credentials.Document ? held : new(credentials.Document));
            return await holder.TokenAsync(refused, cancellation);
        }
        catch (TokenResponseException no) when (no.StatusCode is null or < System.Net.HttpStatusCode.InternalServerError)
        {
            return No(RefusalKind.SignedOut, WordsOf(no));
        }
        catch (Exception problem) when (problem is TokenResponseException or HttpRequestException or IOException or OperationCanceledException)
        {
            // Whoever has no token yet has asked for nothing.
            return No(RefusalKind.Unreachable, problem is OperationCanceledException ? Sentence.Of("provider.too-slow") : problem.Message);
        }
        catch (Exception broken) when (broken is JsonException or FormatException or ArgumentException or InvalidOperationException
            or CryptographicException or Newtonsoft.Json.JsonException)
        {
            return No(RefusalKind.SignedOut, credentials.Document is null
                ? Sentence.Of("vertex.no-credentials")
                : Sentence.Of("vertex.document-broken", broken.Message));
        }
    }

    /// <summary>The machine's own credentials open every project of its owner: no address but Google's may ever see them.</summary>
    private static bool MayUseDefault(Account account) =>
        account.BaseUrl is null || (Uri.TryCreate(account.BaseUrl, UriKind.Absolute, out var address) && VertexPlace.IsGoogle(address));

    private async Task<SignedIn> GivenAsync(Account account, string? refused, CancellationToken cancellation)
    {
        var mayTry = refused is null || turn.Refused(account, refused);
        return mayTry && await turn.NextAsync(account, cancellation) is { } token
            ? new SignedIn.Yes(token, null, Given: true)
            : No(RefusalKind.SignedOut, Sentence.Of("vertex.token-expired"));
    }

    private static SignedIn.No No(RefusalKind kind, string words) => new(new Refusal(kind, words));

    private static string WordsOf(TokenResponseException no) => string.IsNullOrEmpty(no.Error?.ErrorDescription)
        ? no.Error?.Error ?? Sentence.Of("vertex.no-credentials")
        : $"{no.Error.ErrorDescription} ({no.Error.Error})";

    /// <summary>The signed-in credentials of one account.</summary>
    private sealed class Holder(string? document)
    {
        private readonly Lock _door = new();
        private Task<Access>? _open;

        public string? Document => document;

        public async Task<SignedIn> TokenAsync(string? refused, CancellationToken cancellation)
        {
            var access = await Open(null);
            var token = await access.Tokens.GetAccessTokenForRequestAsync(null, cancellation);
            if (token == refused)
            {
                // Whoever holds a token renews it only when it is about to end: credentials opened anew have none yet.
                access = await Open(access);
                token = await access.Tokens.GetAccessTokenForRequestAsync(null, cancellation);
            }

            return new SignedIn.Yes(token, access.Project);
        }

        /// <param name="stale">What must not be used any more; whoever comes second finds it opened anew already.</param>
        private Task<Access> Open(Access? stale)
        {
            lock (_door)
            {
                if (_open is null or { IsFaulted: true } or { IsCanceled: true } || (_open.IsCompletedSuccessfully && _open.Result == stale))
                    _open = OpenAsync();
                return _open;
            }
        }

        private async Task<Access> OpenAsync()
        {
            var credential = document is null ? await GoogleCredential.GetApplicationDefaultAsync() : Read(document);
            return new(credential.CreateScoped(Scope), (credential.UnderlyingCredential as ServiceAccountCredential)?.ProjectId);
        }

        private static GoogleCredential Read(string document)
        {
            var facts = JsonFacts.Parse(document);
            if (facts.Text("token_uri") is { } address && BaseAddress.Check(address) is { } mistake)
                throw new FormatException(Sentence.Of("vertex.token-uri", Sentence.Of(mistake)));
            return facts.Text("type") switch
            {
                // Other kinds may name any address to be asked and any program to be run.
                JsonCredentialParameters.ServiceAccountCredentialType =>
                    CredentialFactory.FromJson(document, JsonCredentialParameters.ServiceAccountCredentialType),
                JsonCredentialParameters.AuthorizedUserCredentialType =>
                    CredentialFactory.FromJson(document, JsonCredentialParameters.AuthorizedUserCredentialType),
                _ => throw new FormatException(Sentence.Of("vertex.document-kind")),
            };
        }

        private sealed class Access(ITokenAccess tokens, string? project)
        {
            public ITokenAccess Tokens => tokens;

            public string? Project => project;
        }
    }
}
