using System.Net;
using System.Text.Json.Nodes;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.VertexVeo;

/// <summary>Calls of one account: signed in before, and once more when a token is refused.</summary>
internal sealed class VertexLine(Wire wire, GoogleSignIn signIn)
{
    public async Task<(VertexPlace? Place, SignedIn SignedIn)> ReachAsync(Account account, CancellationToken cancellation)
    {
        var signedIn = await signIn.OfAsync(account, null, cancellation);
        return (signedIn is SignedIn.Yes yes ? VertexPlace.Of(account, yes.Project) : null, signedIn);
    }

    public async Task<WireAnswer> PostAsync(Account account, SignedIn.Yes token, Uri address, JsonObject body, CancellationToken cancellation)
    {
        for (var next = token; ;)
        {
            using var request = JsonRequests.Post(address, body).WithBearer(next.Bearer);
            var answer = await wire.SendAsync(request, cancellation);
            if (answer is not WireAnswer.Answered { Status: HttpStatusCode.Unauthorized }
                || await OtherAsync(account, token, next, cancellation) is not { } other)
                return answer;
            next = other;
        }
    }

    /// <summary>Asks with an answer that may be too long to be held: its body is open. Dispose it.</summary>
    public async Task<HttpResponseMessage> OpenAsync(Account account, SignedIn.Yes token, Uri address, JsonObject body, CancellationToken cancellation)
    {
        for (var next = token; ;)
        {
            using var request = JsonRequests.Post(address, body).WithBearer(next.Bearer);
            var response = await wire.OpenAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.StatusCode != HttpStatusCode.Unauthorized || await OtherAsync(account, token, next, cancellation) is not { } other)
                return response;
            response.Dispose();
            next = other;
        }
    }

    /// <summary>A refused token is renewed once; of several that the user gave each has its turn.</summary>
    /// <returns>Null when there is none left to try.</returns>
    private async Task<SignedIn.Yes?> OtherAsync(Account account, SignedIn.Yes first, SignedIn.Yes refused, CancellationToken cancellation) =>
        refused.Given || refused == first ? await signIn.OfAsync(account, refused.Bearer, cancellation) as SignedIn.Yes : null;
}
