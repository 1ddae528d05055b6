using Rushes.Film.Accounts;
using Rushes.Providers.Http;
using Rushes.Tests.Accounts;

namespace Rushes.Tests.Providers.Http;

public sealed class TokenTurnTests
{
    private static readonly Account Account = new() { Id = "a", Name = "A", Provider = "google-flow" };

    private readonly MemoryKeyRing _keys = new();

    [Fact]
    public async Task Tokens_take_turns_and_one_that_was_refused_is_passed_over()
    {
        var turn = await WithAsync("one", "two");
        Assert.Equal(["one", "two", "one"], await AskAsync(turn, 3));
        Assert.True(turn.Refused(Account, "two"));
        Assert.Equal(["one", "one"], await AskAsync(turn, 2));
    }

    [Fact]
    public async Task New_tokens_are_used_at_once()
    {
        var turn = await WithAsync("one", "two");
        await AskAsync(turn, 2);
        turn.Refused(Account, "one");
        await _keys.KeepAsync("a", new(["one", "three"]), default);
        Assert.Equal(["one", "three"], (await AskAsync(turn, 2)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task When_all_were_refused_whoever_asks_later_may_try_them_all()
    {
        var turn = await WithAsync("one", "two");
        await AskAsync(turn, 2);
        Assert.True(turn.Refused(Account, "one"));
        Assert.False(turn.Refused(Account, "two"));
        Assert.Equal(["one", "two"], (await AskAsync(turn, 2)).Order(StringComparer.Ordinal));
    }

    private async Task<TokenTurn> WithAsync(params string[] tokens)
    {
        await _keys.KeepAsync("a", new(tokens), default);
        return new(_keys);
    }

    private static async Task<List<string?>> AskAsync(TokenTurn turn, int times)
    {
        var tokens = new List<string?>();
        while (tokens.Count < times)
            tokens.Add(await turn.NextAsync(Account, default));
        return tokens;
    }
}
