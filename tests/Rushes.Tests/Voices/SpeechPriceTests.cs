using Rushes.Engine.Library;
using Rushes.Film.Accounts;

namespace Rushes.Tests.Voices;

/// <summary>What a film's lines would cost before anybody speaks them.</summary>
public sealed class SpeechPriceTests
{
    private static readonly string[] Lines = ["Một.", "Hai ba.", "Một."];

    [Fact]
    public async Task Each_line_is_priced_once_by_its_characters_and_nobody_speaks()
    {
        var first = new Troupe.Player("first") { Price = order => new(order.Text.Length * 0.01m, []) };
        using var troupe = new Troupe(first);
        Assert.Equal(0.11m, (await troupe.PriceAsync(Troupe.ScriptOf(Lines))).Amount);
        Assert.Empty(first.Orders);
        Assert.Empty(Directory.EnumerateFileSystemEntries(troupe.Folder));
    }

    [Fact]
    public async Task Lines_that_the_film_has_cost_nothing_and_a_changed_one_costs_its_price()
    {
        var first = new Troupe.Player("first") { Price = order => new(order.Text.Length * 0.01m, []) };
        using var troupe = new Troupe(first);
        await troupe.SpeakAsync(Troupe.ScriptOf(Lines));
        Assert.True((await troupe.PriceAsync(Troupe.ScriptOf(Lines))).IsFree);
        Assert.Equal(0.05m, (await troupe.PriceAsync(Troupe.ScriptOf("Một.", "Hai ba.", "Bốn ."))).Amount);
    }

    [Fact]
    public async Task Whoever_is_paid_is_named_once_and_nobody_where_nothing_is_paid()
    {
        var account = new Account { Id = "a", Name = "Mine", Provider = "first" };
        var first = new Troupe.Player("first") { Price = order => new CostShare(order.Text == "Một." ? 0 : 0.5m, []).From([account, account]) };
        using var troupe = new Troupe(first);
        Assert.Equal([account], (await troupe.PriceAsync(Troupe.ScriptOf("Một.", "Hai ba.", "Bốn."))).Accounts);
        Assert.Empty((await troupe.PriceAsync(Troupe.ScriptOf("Một."))).Accounts);
    }

    [Fact]
    public async Task A_price_that_nobody_knows_makes_the_whole_unknown_and_names_the_model()
    {
        var first = new Troupe.Player("first") { Price = order => order.Text == "Một." ? CostShare.Of(null, "USD", "first:tts") : new(1, []) };
        using var troupe = new Troupe(first);
        var price = await troupe.PriceAsync(Troupe.ScriptOf(Lines));
        Assert.Equal((null, "first:tts"), (price.Amount, Assert.Single(price.Unknown)));
    }

    [Fact]
    public async Task The_price_is_that_of_the_voice_which_is_cast()
    {
        var dear = new Troupe.Player("dear") { Price = _ => new(1, []) };
        using var troupe = new Troupe(dear, new Troupe.Player("free"));
        Assert.Equal(1, (await troupe.PriceAsync(Troupe.ScriptOf("Một."))).Amount);
        Assert.True((await troupe.PriceAsync(Troupe.ScriptOf("Một.") with { Characters = [] }, "free:woman")).IsFree);
    }

    [Fact]
    public async Task Where_the_voice_cannot_speak_now_whoever_stands_in_asks_for_the_money()
    {
        var gone = new Troupe.Player("gone") { Price = _ => null };
        using var troupe = new Troupe(gone, new Troupe.Player("next") { Price = _ => new(0.5m, []) });
        Assert.Equal(0.5m, (await troupe.PriceAsync(Troupe.ScriptOf("Một."))).Amount);
    }

    [Fact]
    public async Task Somebody_charges_only_where_a_paid_voice_is_usable_in_the_language()
    {
        var stop = TestContext.Current.CancellationToken;
        var paid = new Troupe.Player("paid") { Price = _ => new(1, []) };
        using var troupe = new Troupe(paid, new Troupe.Player("free"));
        Assert.True(await troupe.Director.ChargesAsync("vi", stop));
        Assert.False(await troupe.Director.ChargesAsync("en", stop));
        paid.Usable = false;
        Assert.False(await troupe.Director.ChargesAsync("vi", stop));
    }

    [Fact]
    public void A_price_in_another_currency_is_not_added_up() =>
        Assert.Equal((null, "a:b"), (CostShare.Of(2, "EUR", "a:b").Amount, Assert.Single(CostShare.Of(2, "EUR", "a:b").Unknown)));
}
