using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Film.Takes;
using Rushes.Providers.GeminiOmni;
using Rushes.Providers.Http;
using Rushes.Tests.Cutting;

namespace Rushes.Tests.Providers.GeminiOmni;

/// <summary>Interactions as they were recorded.</summary>
public sealed class OmniInteractionTests
{
    private static readonly ModelBook Models = new(new DataShelf(new RepositoryData()));

    [Theory]
    [InlineData("queued")]
    [InlineData("in_progress")]
    [InlineData("requires_action")]
    public void An_interaction_goes_on_until_it_is_over(string status) =>
        Assert.IsType<OperationStatus.Generating>(Read($$"""{"id":"v1_x","status":"{{status}}","object":"interaction"}""").State);

    [Fact]
    public void A_completed_one_brings_its_address_and_what_its_tokens_cost()
    {
        var interaction = Read("""
            {"id":"v1_x","status":"completed","model":"gemini-omni-1.1-flash",
             "usage":{"total_tokens":18127,"total_input_tokens":19,"total_output_tokens":17873,"output_tokens_by_modality":[{"modality":"video","tokens":17376}],"total_thought_tokens":235},
             "steps":[{"type":"user_input","content":[{"type":"text","text":"a boat"}]},{"type":"thought","signature":"s"},
               {"type":"model_output","content":[{"type":"video","mime_type":"video/mp4","uri":"https://generativelanguage.googleapis.com/v1beta/files/a:download?alt=media"}]}]}
            """);
        Assert.Equal("https://generativelanguage.googleapis.com/v1beta/files/a:download?alt=media", interaction.Address?.AbsoluteUri);

        // 19 at 1.50, 497 + 235 at 9, 17,376 at 17.50 dollars a million.
        Assert.Equal(new Cost(0.310697m), Assert.IsType<OperationStatus.Finished>(interaction.State).Cost);
    }

    [Fact]
    public void Unknown_rates_are_an_unknown_cost()
    {
        var interaction = Read("""
            {"status":"completed","model":"gemini-omni-1.2-flash","usage":{"total_output_tokens":1},"steps":[{"type":"model_output","content":[{"type":"video","data":"AAAA"}]}]}
            """);
        Assert.Null(Assert.IsType<OperationStatus.Finished>(interaction.State).Cost);
        Assert.Equal((null, "AAAA"), (interaction.Address, interaction.Data));
    }

    [Fact]
    public void A_completed_one_that_holds_words_alone_is_a_refusal_for_its_content()
    {
        var refused = Refusal("""
            {"status":"completed","steps":[{"type":"user_input","content":[{"type":"text","text":"a boat"}]},{"type":"model_output","content":[{"type":"text","text":"I can't film that."}]}]}
            """);
        Assert.Equal((RefusalKind.Policy, "I can't film that."), (refused.Kind, refused.Words));
    }

    [Fact]
    public void One_that_taken_and_then_not_filmed_was_too_many()
    {
        var refused = Refusal("""{"status":"failed","error":{"code":"too_many_requests","message":"You exceeded your current quota. Please retry in 23.397s."}}""");
        Assert.Equal((RefusalKind.Throttled, TimeSpan.FromSeconds(23.397)), (refused.Kind, refused.RetryAfter));
    }

    [Theory]
    [InlineData("""{"status":"failed","error":{"message":"Internal error encountered.","code":"internal"}}""", RefusalKind.FailedAtProvider)]
    [InlineData("""{"status":"failed","error":{"message":"Blocked for safety.","code":"failed"}}""", RefusalKind.Policy)]
    [InlineData("""{"status":"budget_exceeded"}""", RefusalKind.QuotaGone)]
    [InlineData("""{"status":"completed","steps":[]}""", RefusalKind.FailedAtProvider)]
    [InlineData("""{"status":"cancelled"}""", RefusalKind.FailedAtProvider)]
    public void Each_bad_end_has_its_class(string body, RefusalKind kind) => Assert.Equal(kind, Refusal(body).Kind);

    [Fact]
    public void An_answer_without_a_status_says_nothing() => Assert.IsType<OperationStatus.Unreadable>(Read("{}").State);

    private static OmniInteraction Read(string body) => OmniInteraction.Read(JsonFacts.Parse(body), Models);

    private static Refusal Refusal(string body) => Assert.IsType<OperationStatus.Refused>(Read(body).State).Reason;
}
