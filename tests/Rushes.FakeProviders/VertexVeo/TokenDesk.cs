using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.VertexVeo;

/// <summary>Google's OAuth2 token endpoint: signed assertions of service accounts, and refresh tokens, against access tokens.</summary>
internal sealed class TokenDesk(Backstage backstage)
{
    private const string JwtGrant = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private readonly ConcurrentDictionary<string, (FakeAccount Account, RSA? Key)> serviceAccounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> expiries = new(StringComparer.Ordinal);

    /// <summary>Makes a service account and its key file, whose <c>token_uri</c> leads here.</summary>
    public string CreateServiceAccount(FakeAccount account)
    {
        var key = RSA.Create(2048);
        var project = account.Project ?? "fake-project";
        var email = $"{account.Name}@{project}.iam.gserviceaccount.com";
        serviceAccounts[email] = (account, key);
        return new JsonObject
        {
            ["type"] = "service_account",
            ["project_id"] = project,
            ["private_key_id"] = Guid.NewGuid().ToString("N"),
            ["private_key"] = key.ExportPkcs8PrivateKeyPem() + "\n",
            ["client_email"] = email,
            ["client_id"] = "100000000000000000000",
            ["auth_uri"] = $"{backstage.Address}auth",
            ["token_uri"] = $"{backstage.Address}token",
            ["universe_domain"] = "googleapis.com",
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    /// <summary>True when a token was issued here and its time is over.</summary>
    public bool HasExpired(string token) => expiries.TryGetValue(token, out var until) && until <= backstage.Now;

    /// <summary><c>POST /token</c>.</summary>
    public IResult Exchange(HttpContext context)
    {
        var notes = CallNotes.Of(context);
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(notes.Body));
        var (account, problem) = form.TryGetValue("grant_type", out var grant) && grant == JwtGrant ? OfAssertion(form["assertion"].ToString())
            : grant == "refresh_token" ? (backstage.Accounts.OwnerOf(form["refresh_token"].ToString()), "Bad Request")
            : (null, "Invalid grant_type: " + grant);
        if (account is not null)
        {
            var scene = new FaultScene(Moment.Token, [], null, account.Name, null, context.Request.Path);
            if (backstage.Faults.Next(scene) is { } fault)
            {
                notes.Outcome = $"fault {fault.Name}";
                (account, problem) = (null, "Token has been expired or revoked.");
                if (fault.Kind is FaultKind.Unavailable or FaultKind.Internal)
                    return Results.Text("""{"error":"internal_failure"}""", "application/json", statusCode: fault.Kind == FaultKind.Internal ? 500 : 503);
            }
        }
        if (account is null)
        {
            return Results.Text(new JsonObject { ["error"] = "invalid_grant", ["error_description"] = problem }.ToJsonString(), "application/json", statusCode: 400);
        }
        var token = "ya29.c.fake-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var life = backstage.Options.TokenLife;
        expiries[token] = backstage.Now + life;
        backstage.Accounts.Admit(token, account);
        notes.Account = account.Name;
        notes.Outcome = "token issued";
        return Results.Text(new JsonObject { ["access_token"] = token, ["expires_in"] = (int)life.TotalSeconds, ["token_type"] = "Bearer" }.ToJsonString(), "application/json");
    }

    private (FakeAccount?, string) OfAssertion(string assertion)
    {
        var parts = assertion.Split('.');
        JsonNode? claims = null;
        try
        {
            claims = parts.Length == 3 ? JsonNode.Parse(Base64Url.DecodeFromChars(parts[1])) : null;
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
            // Said below, as the real endpoint says it.
        }
        if (claims is null)
            return (null, "Assertion is not a JWT.");
        var issuer = (string?)claims["iss"] ?? "";
        var now = backstage.Now.ToUnixTimeSeconds();
        if ((long?)claims["exp"] is not { } until || until < now || (long?)claims["iat"] is not { } from || from > now + 300 || until - from > 3600)
            return (null, "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.");
        if (string.IsNullOrEmpty((string?)claims["scope"]))
            return (null, "Invalid OAuth scope or ID token audience provided.");
        if (!serviceAccounts.TryGetValue(issuer, out var known))
        {
            // A key file made elsewhere: its signature cannot be checked, its address may be listed.
            var listed = backstage.Accounts.OwnerOf(issuer);
            return listed is null ? (null, "Invalid grant: account not found") : (listed, "");
        }
        var signed = known.Key!.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return signed ? (known.Account, "") : (null, "Invalid JWT Signature.");
    }
}
