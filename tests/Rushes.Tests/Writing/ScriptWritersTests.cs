using Microsoft.Extensions.AI;
using NSubstitute;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Writing;
using Rushes.Engine.Writing.LanguageModels;
using Rushes.Film;
using Rushes.Film.Accounts;
using Rushes.Film.Briefs;
using Rushes.Tests.Library;
using Rushes.Tests.Writing.LanguageModels;

namespace Rushes.Tests.Writing;

/// <summary>Who writes: whom the user names, else the first enabled account of a language model, else the built-in writer.</summary>
public sealed class ScriptWritersTests
{
    private const string Keyless = "a9";
    private readonly List<(string Account, string Model)> _opened = [];
    private readonly IAccountBook _book = Substitute.For<IAccountBook>();
    private readonly IKeyRing _keys = Substitute.For<IKeyRing>();

    private ScriptWriters With(params (string Provider, bool Enabled)[] accounts)
    {
        _book.AccountsAsync(Arg.Any<CancellationToken>()).Returns([.. accounts.Select((account, index) => Sheet($"a{index + 1}", account.Provider, account.Enabled))]);
        var builtIn = new BuiltInWriter(ProductData.Shelf);
        var tools = new WriterTools(ProductData.Shelf, WritingDesk.Checks, builtIn, new WritingRoom(new(), TimeProvider.System), new MemoryShelf());
        _keys.OfAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns(call => new Credentials(call.Arg<string>() == Keyless ? [] : ["a key"]));
        return new(builtIn, _book, _keys, new LanguageModelBook(ProductData.Shelf), [Source("gemini"), Source("anthropic"), Source("openai-compatible")], tools);
    }

    private static AccountSheet Sheet(string id, string provider, bool enabled) =>
        new(new Account { Id = id, Name = id, Provider = provider, Enabled = enabled }, id, [], null);

    private IChatSource Source(string provider)
    {
        var source = Substitute.For<IChatSource>();
        source.Provider.Returns(provider);
        source.Open(Arg.Any<Account>(), Arg.Any<LanguageModel>()).Returns(call =>
        {
            _opened.Add((call.Arg<Account>().Id, call.Arg<LanguageModel>().Id));
            return ScriptedModel.Good();
        });
        source.OwnModelAsync(Arg.Any<Account>(), Arg.Any<CancellationToken>()).Returns(Task.FromResult<string?>(null));
        return source;
    }

    [Fact]
    public async Task Without_an_account_the_builtin_writer_writes() =>
        Assert.Equal("builtin", (await With(("animatic", true), ("gemini", false)).ChooseAsync(null, TestContext.Current.CancellationToken)).Name);

    [Fact]
    public async Task The_first_enabled_language_account_writes_and_the_others_stand_behind_it()
    {
        var writer = await With(("gemini", false), ("anthropic", true), ("gemini", true), ("anthropic", true)).ChooseAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal("anthropic", writer.Name);
        Assert.Equal([("a2", "claude-sonnet-5-5"), ("a2", "claude-haiku-5-5"), ("a4", "claude-sonnet-5-5"), ("a4", "claude-haiku-5-5"), ("a3", "gemini-3.8-flash"), ("a3", "gemini-3.7-flash")], _opened);
    }

    [Fact]
    public async Task A_named_model_is_the_only_one_that_is_asked_even_if_no_file_describes_it()
    {
        var writer = await With(("anthropic", true), ("gemini", true)).ChooseAsync("gemini:gemini-9-pro", TestContext.Current.CancellationToken);
        Assert.IsType<ModelWriter>(writer);
        Assert.Equal([("a2", "gemini-9-pro")], _opened);
    }

    [Fact]
    public async Task A_named_builtin_writer_writes_whatever_accounts_there_are() =>
        Assert.IsType<BuiltInWriter>(await With(("gemini", true)).ChooseAsync("BuiltIn", TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("shakespeare", "brief.unknown-writer")]
    [InlineData("gemini:", "brief.unknown-writer")]
    [InlineData("anthropic", "writing.no-account")]
    public async Task A_writer_that_is_not_there_is_one_clear_sentence(string named, string code)
    {
        var mistake = await Assert.ThrowsAsync<MistakeException>(() => With(("gemini", true)).ChooseAsync(named, TestContext.Current.CancellationToken));
        Assert.Equal((code, "writer"), (mistake.Mistake.Code, mistake.Mistake.Field));
        Assert.DoesNotContain("{0}", Engine.Texts.Sentence.Of(mistake.Mistake), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_builtin_writer_asks_for_nothing_and_a_language_model_for_its_price()
    {
        Assert.Null(await ForecastAsync(await With().ChooseAsync(null, Stop)));
        Assert.InRange((await ForecastAsync(await With(("gemini", true)).ChooseAsync(null, Stop)))!.Cost.Amount!.Value, 0.001m, 0.1m);
    }

    [Theory]
    [InlineData("http://127.0.0.1:11434/v1", Keyless, true)]
    [InlineData("http://127.0.0.1:11434/v1", "a1", false)]
    [InlineData("https://models.example/v1", Keyless, false)]
    public async Task A_model_that_no_file_prices_is_free_only_where_nobody_could_send_a_bill(string address, string account, bool free)
    {
        var writers = With();
        _book.AccountsAsync(Arg.Any<CancellationToken>())
            .Returns([new AccountSheet(new Account { Id = account, Name = account, Provider = "openai-compatible", BaseUrl = address }, account, [], null)]);
        var forecast = await ForecastAsync(await writers.ChooseAsync("openai-compatible:llama", Stop));
        if (free)
            Assert.Null(forecast);
        else
            Assert.Equal((null, "openai-compatible:llama"), (forecast!.Cost.Amount, Assert.Single(forecast.Cost.Unknown)));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<WritingForecast?> ForecastAsync(IScriptWriter writer) => writer.ForecastAsync(new(WritingDesk.Brief(), Film.Scripts.ClipLengths.Any), Stop);

    [Fact]
    public async Task A_chosen_writer_writes()
    {
        var writer = await With(("gemini", true)).ChooseAsync(null, TestContext.Current.CancellationToken);
        var script = await writer.WriteAsync(new(WritingDesk.Brief(), Film.Scripts.ClipLengths.Any), null, TestContext.Current.CancellationToken);
        Assert.Equal("gemini:gemini-3.8-flash", script.WrittenBy!.Writer);
        Assert.Equal(32, script.Duration, 6);
    }
}
