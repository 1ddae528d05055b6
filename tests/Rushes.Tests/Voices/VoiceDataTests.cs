using Rushes.Engine.Library;
using Rushes.Engine.Voices;
using Rushes.Engine.Voices.Services;
using Rushes.Film.Briefs;
using Rushes.Tests.Library;

namespace Rushes.Tests.Voices;

/// <summary>The data files of voices as they are shipped.</summary>
public sealed class VoiceDataTests
{
    public static TheoryData<string> Services => ["gemini", "azure-speech", "elevenlabs", "openai-compatible"];

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_speaks_every_language_with_a_model_that_is_asked_and_names_nothing_twice(string service)
    {
        var book = ProductData.Shelf.Read<ServiceVoices>($"voices/{service}.json");
        Assert.All(Languages.All, language =>
        {
            Assert.Contains(language, book.Languages.Keys);
            Assert.Contains(book.Models, model => model.Rank is not null && model.Speaks(language));
            Assert.Contains(book.Voices, voice => voice.Language is null || voice.Language == language);
        });
        Assert.Distinct(book.Voices.Select(voice => voice.Voice));
        Assert.Distinct(book.Voices.Select(voice => voice.WireName));
        Assert.Distinct(book.Models.Select(model => model.Id));
        Assert.All(book.Voices, voice => Assert.NotNull(voice.Label.Vi));
        Assert.All(book.Voices, voice => Assert.Contains(voice.Gender, (string[])["female", "male", "child"]));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Its_styles_are_styles_that_there_are(string service)
    {
        var styles = new SpeakingStyles(ProductData.Shelf);
        Assert.All(ProductData.Shelf.Read<ServiceVoices>($"voices/{service}.json").Styles.Keys, style => Assert.NotNull(styles.Find(style)));
    }

    [Fact]
    public void There_are_six_speaking_styles_in_both_languages()
    {
        var styles = new SpeakingStyles(ProductData.Shelf).All;
        Assert.Equal(["calm", "conversational", "educational", "enthusiastic", "professional", "storytelling"], styles.Select(style => style.Id));
        Assert.All(styles, style => Assert.True(style.Value is { Name.Vi: not null, Words.Vi: not null, Rate: > 0.5 and < 2, Pitch: >= -5 and <= 5 }));
    }

    [Fact]
    public void There_is_a_sample_sentence_in_every_language() =>
        Assert.Equal(Languages.All.Order(StringComparer.Ordinal), ProductData.Shelf.Read<Dictionary<string, string>>("voices/samples.json").Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_price_counts_tokens_where_they_were_counted_and_seconds_where_not()
    {
        var model = new SpeechModel { Id = "m", OutputPerMillion = 6, InputPerMillion = 0.5m, TokensPerSecond = 25, CheckedOn = new(2026, 11, 29) };
        Assert.Equal(0.0006m + 0.00001m, model.CostOf(100, 3, input: 20, output: 100));
        Assert.Equal((75 * 6m + 25 * 0.5m) / 1_000_000, model.CostOf(100, 3));
        Assert.Null(SpeechModel.Unlisted("mine").CostOf(100, 3));
    }
}
