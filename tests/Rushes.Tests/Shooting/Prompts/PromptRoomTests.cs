using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Prompts;
using Rushes.Film;
using Rushes.Film.Scripts;
using Rushes.Storage.Files;
using Rushes.Tests.Library;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Tests.Shooting.Prompts;

public sealed class PromptRoomTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("rushes-prompts-").FullName;
    private readonly List<string> _told = [];
    private Authorship? _translatedBy;

    private static ShotOrder Order { get; } = Samples.Order() with
    {
        Prompt = "Lan mở chiếc hộp cũ.",
        Cast = [new Character { Name = "Lan", VisualIdentity = "Lan là cô bé quàng khăn đỏ." }],
        Lines = [new("Lan", "Ai ở trong đó?", 0, 1, null)],
    };

    public PromptRoomTests()
    {
        Directory.CreateDirectory(Path.Combine(_home, "models"));
        Model("plain", """ "prompt_limit": 300, "negative_prompt": true """);
        Model("english", """ "prompt_languages": ["en"], "brings_sound": true, "references": 1 """);
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task Each_provider_gets_the_scene_in_the_words_and_within_the_limit_of_its_model()
    {
        var order = Assert.Single(await WordAsync(new Words(), "plain", "english"));
        Assert.Equal("Lan mở chiếc hộp cũ.", order.Prompt);
        Assert.StartsWith("Lan mở chiếc hộp cũ. Lan: cô bé quàng khăn đỏ.", order.For("plain").Prompt, StringComparison.Ordinal);
        Assert.InRange(order.For("plain").Prompt.Length, 1, 300);
        Assert.NotNull(order.For("plain").Negative);
        Assert.Equal(order.Prompt, order.For("somebody").Prompt);
    }

    [Fact]
    public async Task A_model_that_understands_english_only_gets_english_and_lines_in_the_films_language()
    {
        var order = Assert.Single(await WordAsync(new Words(), "english"));
        Assert.StartsWith("[en] Lan mở chiếc hộp cũ.", order.For("english").Prompt, StringComparison.Ordinal);
        Assert.Contains("Lan says in Vietnamese: \"Ai ở trong đó?\"", order.For("english").Prompt, StringComparison.Ordinal);
        Assert.Empty(_told);
    }

    [Fact]
    public async Task What_translating_took_is_told_for_all_models_together_and_nothing_where_all_understand()
    {
        Model("french", """ "prompt_languages": ["fr"] """);
        await WordAsync(new Words(), "english", "french", "plain");
        Assert.Equal(("a:model", 2, 0.5m), (_translatedBy!.Writer, _translatedBy.Calls, _translatedBy.Cost!.Value));
        await WordAsync(new Words(), "plain");
        Assert.Null(_translatedBy);
    }

    [Fact]
    public async Task Translating_is_priced_once_a_language_for_the_texts_that_would_be_sent()
    {
        Model("french", """ "prompt_languages": ["fr"] """);
        Model("english-too", """ "prompt_languages": ["en"] """);
        var words = new Words();
        var script = new Script { Title = "Một", Language = "vi", Characters = Order.Cast, Scenes = [Order.Shot with { Prompt = Order.Prompt, Negative = Order.Negative, Characters = ["Lan"] }, new() { Prompt = "Trời mưa.", Duration = 4 }] };
        Assert.Equal(0, (await PriceAsync(words, script, [1], "plain", "animatic")).Amount);
        Assert.Equal(0, (await PriceAsync(null, script, [1], "english")).Amount);
        Assert.Empty(words.Priced);

        var price = await PriceAsync(words, script, [1], "english", "french", "english-too", "plain");
        Assert.Equal(["en", "fr"], words.Priced.Keys.Order());
        Assert.Equal(words.Priced.Values.Sum(texts => texts.Count) * 0.1m, price.Amount);
        await WordAsync(words, "english");
        Assert.Equal(words.Translated, words.Priced["en"]);
        Assert.DoesNotContain("Trời mưa.", words.Priced["en"]);
    }

    [Fact]
    public async Task Without_a_translator_the_prompt_goes_as_it_is_and_the_user_is_told()
    {
        foreach (var translator in (ITranslator?[])[null, new Nobody()])
        {
            var order = Assert.Single(await WordAsync(translator, "english"));
            Assert.StartsWith("Lan mở chiếc hộp cũ.", order.For("english").Prompt, StringComparison.Ordinal);
        }

        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public async Task The_animatic_reads_the_scene_itself_so_nothing_is_worded_for_it() => Assert.Null(Assert.Single(await WordAsync(null, "animatic")).Sent);

    [Fact]
    public async Task Wording_changes_no_digest() => Assert.Equal(OrderDigest.Of(Order), OrderDigest.Of(Assert.Single(await WordAsync(null, "plain"))));

    [Fact]
    public async Task Pictures_go_along_with_the_digest_of_the_file()
    {
        var picture = Path.Combine(_home, "lan.png");
        await File.WriteAllTextAsync(picture, "abc", TestContext.Current.CancellationToken);
        var order = Assert.Single(await WordAsync(null, [Order with { References = [new(picture), new(picture)] }], "english"));
        Assert.Equal(new(picture, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), Assert.Single(order.For("english").References!));
        var stored = OrderJson.Read(OrderJson.Write(order));
        Assert.Equal(order.For("english").Prompt, stored.For("english").Prompt);
        Assert.Equal(order.For("english").References, stored.For("english").References);
    }

    [Fact]
    public async Task A_picture_that_is_gone_is_named()
    {
        var gone = await Assert.ThrowsAsync<MistakeException>(() => WordAsync(null, [Order with { References = [new("/nowhere/lan.png")] }], "plain"));
        Assert.Equal("shooting.reference-missing", gone.Mistake.Code);
    }

    private Task<IReadOnlyList<ShotOrder>> WordAsync(ITranslator? translator, params string[] providers) => WordAsync(translator, [Order], providers);

    private async Task<IReadOnlyList<ShotOrder>> WordAsync(ITranslator? translator, ShotOrder[] orders, params string[] providers)
    {
        var shelf = new DataShelf(new FolderDataLibrary(ProductData.Folder, _home));
        var worded = await new PromptRoom(new(shelf), new(shelf), shelf, translator).WordAsync(orders, providers, null, _told.Add, TestContext.Current.CancellationToken);
        _translatedBy = worded.TranslatedBy;
        return worded.Orders;
    }

    private void Model(string id, string facts) => File.WriteAllText(
        Path.Combine(_home, "models", $"{id}.json"),
        string.Create(CultureInfo.InvariantCulture, $$"""{ "id": "{{id}}", "provider": "{{id}}", "name": { "en": "{{id}}" }, "aspects": [], "checked_on": "2026-11-01", {{facts}} }"""));

    private Task<CostShare> PriceAsync(ITranslator? translator, Script script, int[] scenes, params string[] providers)
    {
        var shelf = new DataShelf(new FolderDataLibrary(ProductData.Folder, _home));
        return new PromptRoom(new(shelf), new(shelf), shelf, translator).PriceAsync(script, scenes, [], providers, null, TestContext.Current.CancellationToken);
    }

    private sealed class Words : ITranslator
    {
        public IReadOnlyList<string> Translated { get; private set; } = [];

        public Dictionary<string, IReadOnlyList<string>> Priced { get; } = [];

        public Task<Translation?> TranslateAsync(IReadOnlyList<string> texts, string from, string to, CancellationToken cancellation)
        {
            Translated = texts;
            return Task.FromResult<Translation?>(new([.. texts.Select(text => $"[{to}] {text}")], new() { Writer = "a:model", Calls = 1, Cost = 0.25m }));
        }

        public Task<CostShare> PriceAsync(IReadOnlyList<string> texts, string from, string to, CancellationToken cancellation)
        {
            Priced.Add(to, texts);
            return Task.FromResult(new CostShare(texts.Count * 0.1m, []));
        }
    }

    private sealed class Nobody : ITranslator
    {
        public Task<Translation?> TranslateAsync(IReadOnlyList<string> texts, string from, string to, CancellationToken cancellation) => Task.FromResult<Translation?>(null);

        public Task<CostShare> PriceAsync(IReadOnlyList<string> texts, string from, string to, CancellationToken cancellation) => Task.FromResult(CostShare.Nothing);
    }
}
