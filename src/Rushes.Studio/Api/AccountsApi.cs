using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Accounts;
using Rushes.Film.Accounts;
using Rushes.Studio.Api.Answers;
using Rushes.Studio.Api.Requests;

namespace Rushes.Studio.Api;

/// <summary>Who films. Keys come in and never go out again.</summary>
internal static class AccountsApi
{
    private const string Tag = "accounts";

    public static void MapAccountsApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/providers", (AccountKinds kinds) => TypedResults.Ok<IReadOnlyList<ProviderSheet>>([.. kinds.All.Select(ProviderSheet.Of)]))
            .Called("listProviders", "The kinds of accounts", Tag);
        api.MapGet("/accounts", async (AccountStandings standings, AccountKinds kinds, CancellationToken gone) =>
                TypedResults.Ok<IReadOnlyList<AccountSheet>>([.. (await standings.LookAsync(gone)).Select(standing => AccountSheet.Of(standing, kinds))]))
            .Called("listAccounts", "The accounts and how they are", Tag);
        api.MapPost("/accounts", async (AccountRequest request, AccountDesk desk, AccountStandings standings, AccountKinds kinds, CancellationToken gone) =>
        {
            var sheet = await SheetAsync(await desk.AddAsync(request.Entry(), gone), standings, kinds, gone);
            return TypedResults.Created($"{ApiEndpoints.Root}/accounts/{Uri.EscapeDataString(sheet.Id)}", sheet);
        }).Called("addAccount", "Add an account", Tag);
        api.MapPost("/accounts/import", ImportAsync).Called("importAccounts", "Update and add many accounts, from a list or an older configuration", Tag);
        api.MapPost("/accounts/tests", async (AccountTestRequest request, AccountTests tests, CancellationToken gone) =>
                TypedResults.Ok<IReadOnlyList<AccountTestSheet>>([.. (await tests.TestAsync(request.Account, gone)).Select(AccountTestSheet.Of)]))
            .Called("testAccounts", "Look whether accounts can sign in, by requests that cost nothing", Tag).MayMiss();
        var account = api.MapGroup("/accounts/{account}");
        account.MapGet("", async (string account, AccountDesk desk, AccountStandings standings, AccountKinds kinds, CancellationToken gone) =>
                TypedResults.Ok(await SheetAsync((await desk.FindAsync(account, gone)).Account, standings, kinds, gone)))
            .Called("getAccount", "An account by id or unique name", Tag).MayMiss();
        account.MapPatch("", async (string account, AccountRequest request, AccountDesk desk, AccountStandings standings, AccountKinds kinds, CancellationToken gone) =>
                TypedResults.Ok(await SheetAsync(await desk.SetAsync(account, request.Entry(), gone), standings, kinds, gone)))
            .Called("setAccount", "Change an account: renew its tokens, enable or disable it, set its limits", Tag).MayMiss();
        account.MapDelete("", async (string account, AccountDesk desk, CancellationToken gone) =>
        {
            await desk.RemoveAsync(account, gone);
            return TypedResults.NoContent();
        }).Called("removeAccount", "Remove an account with its credentials", Tag).MayMiss();
    }

    private static async Task<Ok<ImportSheet>> ImportAsync(
        JsonElement accounts, AccountDesk desk, AccountStandings standings, AccountKinds kinds, CancellationToken gone)
    {
        var read = AccountFile.Read(accounts.GetRawText(), "accounts", kinds);
        var imported = await desk.ImportAsync(read.Entries, gone);
        var ids = imported.Select(one => one.Account.Id).ToHashSet(StringComparer.Ordinal);
        var sheets = (await standings.LookAsync(gone)).Where(standing => ids.Contains(standing.Account.Id)).Select(standing => AccountSheet.Of(standing, kinds));
        return TypedResults.Ok(new ImportSheet(imported.Count(one => one.Added), imported.Count(one => !one.Added), read.Ignored, [.. sheets]));
    }

    private static async Task<AccountSheet> SheetAsync(Account account, AccountStandings standings, AccountKinds kinds, CancellationToken gone) =>
        AccountSheet.Of((await standings.LookAsync(gone)).Single(standing => standing.Account.Id == account.Id), kinds);
}
