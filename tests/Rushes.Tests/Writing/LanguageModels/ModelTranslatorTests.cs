using System.Text.Json;
using System.Text.Json.Nodes;
using NSubstitute;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Prompts;
using Rushes.Engine.Writing;
using Rushes.Engine.Writing.LanguageModels;
using Rushes.Film.Accounts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing.LanguageModels;

/// <summary>Prompts translated by the models that also write: in their order, in few calls, and paid for once.</summary>
public sealed class ModelTranslatorTests
{
    private readonly MemoryShelf _shelf = new();

    [Fact]
    public async Task Texts_come_back_in_their_order_with_what_they_cost()
    {
        var model = Translating();
        var translation = (await TranslateAsync(model, "Một con mèo.", "Trời mưa.", "Đêm."))!;
        Assert.Equal(["<Một con mèo.>", "<Trời mưa.>", "<Đêm.>"], translation.Texts);
        var asked = Assert.Single(model.Calls);
        Assert.Contains("Vietnamese", asked.System, StringComparison.Ordinal);
        Assert.Contains("English", asked.System, StringComparison.Ordinal);

        // 1,000 tokens of question and 500 of answer, at the price of the data file.
        var price = new LanguageModelBook(ProductData.Shelf).Ranked("gemini", DateOnly.MinValue)[0].CostOf(1000, 500);
        Assert.True(price > 0);
        Assert.Equal(("gemini:gemini-3.8-flash", 1, price), (translation.By!.Writer, translation.By.Calls, translation.By.Cost));
    }

    [Fact]
    public async Task What_it_would_cost_is_told_without_asking_and_is_nothing_for_what_was_translated_before()
    {
        var model = Translating();
        string[] texts = [.. Enumerable.Range(1, 40).Select(number => $"Một câu khá dài về con mèo số {number} ngồi bên cửa sổ nhìn mưa rơi.")];
        var price = (await Translator(model).PriceAsync(texts, "vi", "en", TestContext.Current.CancellationToken)).Amount!.Value;
        Assert.Empty(model.Calls);
        Assert.InRange(price, 0.000_1m, 0.1m);
        Assert.True((await Translator(model).PriceAsync(texts[..16], "vi", "en", TestContext.Current.CancellationToken)).Amount < price);

        await TranslateAsync(model, texts);
        Assert.Equal(0, (await Translator(model).PriceAsync(texts, "vi", "en", TestContext.Current.CancellationToken)).Amount);
        Assert.Equal(0, (await Translator(null).PriceAsync(["Một."], "vi", "en", TestContext.Current.CancellationToken)).Amount);
    }

    [Fact]
    public async Task Many_texts_go_in_several_answers_and_keep_their_order()
    {
        var model = Translating();
        string[] texts = [.. Enumerable.Range(1, 40).Select(number => $"Câu {number}.")];
        var translation = (await TranslateAsync(model, texts))!;
        Assert.Equal(texts.Select(text => $"<{text}>"), translation.Texts);
        Assert.Equal((3, 3), (model.Calls.Count, translation.By!.Calls));
    }

    [Fact]
    public async Task The_same_texts_are_paid_for_once()
    {
        var model = Translating();
        await TranslateAsync(model, "Một con mèo.");
        var again = (await TranslateAsync(model, "Một con mèo."))!;
        Assert.Single(model.Calls);
        Assert.Equal(("<Một con mèo.>", 0, 1, 0m), (Assert.Single(again.Texts), again.By!.Calls, again.By.KeptAnswers, again.By.Cost!.Value));
    }

    [Fact]
    public async Task An_answer_with_too_few_texts_is_asked_for_once_more_and_not_kept()
    {
        var model = new ScriptedModel((call, asked) => call == 1 ? new Answer("""{"texts":["one"]}""") : Translated(asked));
        Assert.Equal(["<Một.>", "<Hai.>"], (await TranslateAsync(model, "Một.", "Hai."))!.Texts);
        Assert.Equal(2, model.Calls.Count);
        Assert.Equal(1, _shelf.Count);
    }

    [Fact]
    public async Task What_came_to_nothing_was_paid_for_all_the_same_and_is_not_asked_for_a_third_time()
    {
        var model = new ScriptedModel((_, _) => new Answer("""{"texts":[]}"""));
        var nothing = (await TranslateAsync(model, "Một.", "Hai."))!;
        Assert.Empty(nothing.Texts);
        Assert.Equal((2, 2), (model.Calls.Count, nothing.By!.Calls));
        Assert.True(nothing.By.Cost > 0);
    }

    [Fact]
    public async Task A_refusal_is_no_translation()
    {
        var model = new ScriptedModel((_, _) => Answer.Refused(RefusalKind.SignedOut, "the key is wrong"));
        Assert.Empty((await TranslateAsync(model, "Một."))!.Texts);
    }

    [Fact]
    public async Task Without_an_account_nobody_translates_and_nothing_needs_nobody()
    {
        Assert.Null(await TranslateAsync(null, "Một."));
        Assert.Empty((await TranslateAsync(null))!.Texts);
    }

    private static ScriptedModel Translating() => new((_, asked) => Translated(asked));

    private static Answer Translated(Asked asked)
    {
        using var question = JsonDocument.Parse(asked.Prompt.Split("\n\n")[0]);
        var texts = question.RootElement.GetProperty("texts").EnumerateArray().Select(text => (JsonNode)$"<{text.GetString()}>");
        return new(new JsonObject { ["texts"] = new JsonArray([.. texts]) }.ToJsonString());
    }

    private Task<Translation?> TranslateAsync(ScriptedModel? model, params string[] texts) =>
        Translator(model).TranslateAsync(texts, "vi", "en", TestContext.Current.CancellationToken);

    private ModelTranslator Translator(ScriptedModel? model)
    {
        var book = Substitute.For<IAccountBook>();
        book.AccountsAsync(Arg.Any<CancellationToken>())
            .Returns(model is null ? [] : [new AccountSheet(new Account { Id = "a", Name = "A", Provider = "gemini", Limits = new() { SubmitIntervalMs = 0 } }, "a", [], null)]);
        var source = Substitute.For<IChatSource>();
        source.Provider.Returns("gemini");
        source.OwnModelAsync(Arg.Any<Account>(), Arg.Any<CancellationToken>()).Returns(Task.FromResult<string?>(null));
        if (model is not null)
            source.Open(Arg.Any<Account>(), Arg.Any<LanguageModel>()).Returns(model);
        var builtIn = new BuiltInWriter(ProductData.Shelf);
        var tools = new WriterTools(ProductData.Shelf, WritingDesk.Checks, builtIn, new WritingRoom(new(), TimeProvider.System), _shelf);
        var writers = new ScriptWriters(builtIn, book, Substitute.For<IKeyRing>(), new LanguageModelBook(ProductData.Shelf), [source], tools);
        return new ModelTranslator(writers, tools);
    }
}
