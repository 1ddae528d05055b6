using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.FakeProviders;

namespace Rushes.Integration.Providers;

/// <summary>What a provider promises beyond <see cref="VideoProviderContract"/> whose accounts sign in with tokens or keys.</summary>
public abstract class TokenProviderContract : VideoProviderContract
{
    private static FakeOptions Known(params IReadOnlyList<FakeAccount> accounts) => new() { Generate = TimeSpan.Zero, Accounts = accounts };

    private static FakeAccount Somebody(string name, params IReadOnlyList<string> tokens) => new() { Name = name, Tokens = tokens };

    [Fact]
    public async Task An_account_whose_every_token_is_unknown_is_signed_out()
    {
        await using var set = await OpenAsync(Known(Somebody("one", "good")));
        var account = await set.AccountAsync("a", new(["old", "older"]));
        Assert.Equal(RefusalKind.SignedOut, KindOf(await set.SubmitAsync(ProviderSet.Order(), account)));
        Assert.Equal(2, set.Server.Calls.All.Count);
        Assert.Equal(Troubles.SignedOut, (await set.Check.CheckAsync(account, Stop)).Trouble?.Code);
        Assert.Equal(RefusalKind.SignedOut, KindOf(await set.SubmitAsync(ProviderSet.Order(), await set.AccountAsync("b", Credentials.None))));
    }

    [Fact]
    public async Task One_bad_token_of_two_does_no_harm_and_a_renewed_one_works_at_once()
    {
        await using var set = await OpenAsync(Known(Somebody("one", "good")));
        var account = await set.AccountAsync("a", new(["old", "good"]));
        await set.FilmAsync(ProviderSet.Order(), account);
        await set.FilmAsync(ProviderSet.Order("Another boat"), account);
        Assert.Single(set.Server.Calls.All, call => call.Status is 400 or 401 or 403);

        set.Server.Revoke("good");
        Assert.Equal(RefusalKind.SignedOut, KindOf(await set.SubmitAsync(ProviderSet.Order(), account)));
        set.Server.Admit("new", Somebody("one", "new"));
        await set.AccountAsync("a", new(["new"]));
        await set.FilmAsync(ProviderSet.Order("A third boat"), account);
    }

    [Fact]
    public async Task A_token_that_expires_while_filming_sets_the_account_aside_and_the_operation_goes_on()
    {
        await using var set = await OpenAsync(Known(Somebody("one", "good")));
        var account = await set.AccountAsync("a", new(["good"]));
        var operation = await set.AcceptedAsync(ProviderSet.Order(), account);
        set.Server.Revoke("good");
        var refused = Assert.IsType<OperationStatus.Refused>(await set.EndAsync(operation, account));
        Assert.Equal(RefusalKind.SignedOut, refused.Reason.Kind);
        set.Server.Admit("new", Somebody("one", "new"));
        await set.AccountAsync("a", new(["new"]));
        Assert.IsType<OperationStatus.Finished>(await set.EndAsync(operation, account));
    }

    [Fact]
    public async Task Tokens_of_one_account_are_used_in_turn()
    {
        await using var set = await OpenAsync(Known(Somebody("first", "token-1"), Somebody("second", "token-2")));
        var account = await set.AccountAsync("a", new(["token-1", "token-2"]));
        for (var i = 0; i < 4; i++)
            await set.AcceptedAsync(ProviderSet.Order($"Boat {i}"), account);
        Assert.Equal(["first", "second", "first", "second"], set.Server.Operations.All.Select(operation => operation.Account));
    }

    [Fact]
    public async Task Accounts_of_the_same_name_stay_apart()
    {
        await using var set = await OpenAsync(Known(Somebody("one", "token-1"), Somebody("two", "token-2")));
        var first = await set.AccountAsync("a", new(["token-1"]), name: "Studio");
        var second = await set.AccountAsync("b", new(["token-2"]), name: "Studio");
        var ofFirst = await set.FilmAsync(ProviderSet.Order(), first);
        var ofSecond = await set.FilmAsync(ProviderSet.Order(), second);
        Assert.NotEqual(ofFirst, ofSecond);
        Assert.Equal(["one", "two"], set.Server.Operations.All.Select(operation => operation.Account));
    }

    [Fact]
    public async Task Another_accounts_operation_is_neither_finished_nor_failed()
    {
        await using var set = await OpenAsync(Known(Somebody("one", "token-1"), Somebody("two", "token-2")));
        var mine = await set.AccountAsync("a", new(["token-1"]));
        var other = await set.AccountAsync("b", new(["token-2"]));
        var operation = await set.AcceptedAsync(ProviderSet.Order(), mine);
        var status = await set.PollAsync(operation, other);
        Assert.True(
            status is OperationStatus.Unreadable or OperationStatus.Vanished
                or OperationStatus.Refused { Reason.Kind: RefusalKind.SignedOut or RefusalKind.NotAllowed or RefusalKind.RefusedUse },
            $"{status}");
        Assert.IsType<OperationStatus.Finished>(await set.EndAsync(operation, mine));
    }
}
