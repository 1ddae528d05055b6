using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Texts;
using Rushes.Film;

namespace Rushes.Studio.Pages;

/// <summary>Who films. Keys come in and never go out again.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/accounts", (AccountStandings standings, AccountKinds kinds, AccountTests tests, CancellationToken gone) => PageAsync(standings, kinds, tests, [], null, gone));
        app.MapPost("/accounts", AddAsync);
        app.MapPost("/accounts/import", ImportAsync);
        app.MapPost("/accounts/tests", async (AccountStandings standings, AccountKinds kinds, AccountTests tests, CancellationToken gone) =>
            await PageAsync(standings, kinds, tests, await tests.TestAsync(null, gone), null, gone));
        app.MapPost("/accounts/{id}", ChangeAsync);
    }

    private static async Task<IResult> AddAsync(
        [FromForm] IFormCollection form, AccountDesk desk, AccountTests tests, AccountStandings standings, AccountKinds kinds, CancellationToken gone)
    {
        var draft = AccountDraft.Read(form);
        var (token, document) = (form.Said("tokens"), form.Said("document"));
        try
        {
            await desk.AddAsync(draft.Entry(kinds.Find(draft.Provider ?? ""), token, document), gone);
            return Results.Redirect("/accounts");
        }
        catch (MistakeException wrong)
        {
            // What was typed stays in the fields; only what is secret does not.
            string[] said = token is null && document is null ? [Sentence.Of(wrong.Mistake)] : [Sentence.Of(wrong.Mistake), Sentence.Of("studio.key-again")];
            return await PageAsync(standings, kinds, tests, [], string.Join(' ', said), gone, draft: draft);
        }
    }

    private static async Task<IResult> ImportAsync(
        [FromForm] IFormCollection form, AccountDesk desk, AccountTests tests, AccountStandings standings, AccountKinds kinds, CancellationToken gone)
    {
        try
        {
            var (text, name) = await GivenAsync(form, gone);
            var read = AccountFile.Read(text, name, kinds);
            var imported = await desk.ImportAsync(read.Entries, gone);
            List<string> done = [Sentence.Of("accounts.imported", imported.Count(one => one.Added), imported.Count(one => !one.Added))];
            if (read.Ignored.Count > 0)
                done.Add(Sentence.Of("accounts.ignored", string.Join(", ", read.Ignored)));
            return await PageAsync(standings, kinds, tests, [], null, gone, done);
        }
        catch (MistakeException wrong)
        {
            return await PageAsync(standings, kinds, tests, [], Sentence.Of(wrong.Mistake), gone);
        }
    }

    /// <summary>A file, or else what was pasted. What holds keys is not shown again.</summary>
    private static async Task<(string Text, string Name)> GivenAsync(IFormCollection form, CancellationToken gone)
    {
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
            return (form.Said("text") ?? throw Mistake.Input("studio.import-nothing", "file").AsException(), Sentence.Of("studio.import-pasted"));
        using var reader = new StreamReader(file.OpenReadStream());
        return (await reader.ReadToEndAsync(gone), Uploads.NameOf(file));
    }

    private static async Task<IResult> ChangeAsync(
        string id, [FromForm] IFormCollection form, AccountDesk desk, AccountTests tests, AccountStandings standings, AccountKinds kinds, CancellationToken gone)
    {
        try
        {
            switch (form["do"].ToString())
            {
                case "test":
                    return await PageAsync(standings, kinds, tests, await tests.TestAsync(id, gone), null, gone);
                case "remove":
                    await desk.RemoveAsync(id, gone);
                    break;
                case "change":
                    await desk.SetAsync(id, AccountDraft.Read(form).Changes(form.Said("tokens"), form.Said("document")), gone);
                    break;
                case "enable" or "disable":
                    await desk.SetAsync(id, new AccountEntry { Enabled = form["do"] == "enable" }, gone);
                    break;
            }

            return Results.Redirect("/accounts");
        }
        catch (MistakeException wrong)
        {
            return await PageAsync(standings, kinds, tests, [], Sentence.Of(wrong.Mistake), gone, changed: form["do"] == "change" ? (id, AccountDraft.Read(form)) : null);
        }
    }

    private static async Task<IResult> PageAsync(
        AccountStandings standings, AccountKinds kinds, AccountTests tests, IReadOnlyList<AccountTest> found, string? wrong, CancellationToken gone, IReadOnlyList<string>? done = null, AccountDraft? draft = null,
        (string Account, AccountDraft Draft)? changed = null) =>
        new RazorComponentResult<AccountsPage>(new
        {
            Standings = await standings.LookAsync(gone),
            Kinds = (IReadOnlyList<AccountKind>)[.. kinds.All.Where(kind => kind.Id != Casting.Fallback)],
            Tests = found,
            Last = (Func<string, AccountTest?>)tests.Last,
            Done = done ?? [],
            Draft = draft ?? new(),
            Changed = changed,
            Wrong = wrong,
        })
        {
            StatusCode = wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
}
