using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.GoogleFlow;

/// <summary>
/// <c>GET /fx/api/auth/session</c> of labs.google: a session cookie buys a fresh access token. The cookie's value is one of
/// the account's tokens, which stays good for this even when the account's calls have used it up.
/// </summary>
internal static class FlowSession
{
    private const string Cookie = "__Secure-next-auth.session-token";

    public static RequestDelegate Answer(Backstage backstage) => async context =>
    {
        var account = backstage.Accounts.OwnerOf(context.Request.Cookies[Cookie]);
        if (account is null)
        {
            await Results.Text("{}", "application/json").ExecuteAsync(context);
            return;
        }
        Calls.CallNotes.Of(context).Account = account.Name;
        var token = "ya29.fake-" + Guid.NewGuid().ToString("N");
        backstage.Accounts.Admit(token, account);
        await Results.Text(new JsonObject
        {
            ["user"] = new JsonObject { ["name"] = account.Name, ["email"] = $"{account.Name}@example.com" },
            ["expires"] = backstage.Now.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["access_token"] = token,
        }.ToJsonString(), "application/json").ExecuteAsync(context);
    };
}
