using Rushes.Engine.Shooting;
using Rushes.Providers.GoogleFlow;
using Rushes.Providers.Http;

namespace Rushes.Tests.Providers.GoogleFlow;

/// <summary>Answers as they were captured, in the forms of 2025 and 2026.</summary>
public sealed class FlowStatusReaderTests
{
    private static readonly FlowOperation One = new("op-1", "scene-1");
    private static readonly FlowOperation Two = new("op-2", "scene-2");

    [Theory]
    [InlineData("PENDING")]
    [InlineData("ACTIVE")]
    [InlineData("SCHEDULED")]
    [InlineData("SOMETHING_NEW")]
    public void An_operation_goes_on_until_a_word_says_otherwise(string word) =>
        Assert.IsType<OperationStatus.Generating>(Read($$"""{"operations":[{"operation":{"name":"op-1"},"sceneId":"scene-1","status":"MEDIA_GENERATION_STATUS_{{word}}"}]}""").State);

    [Theory]
    [InlineData("MEDIA_GENERATION_STATUS_SUCCESSFUL")]
    [InlineData("MEDIA_GENERATION_STATUS_SUCCEEDED")]
    [InlineData("SUCCEEDED")]
    public void Both_words_for_success_bring_the_clips_link_and_not_its_stills(string word)
    {
        var status = Read($$$"""
            {"operations":[{"operation":{"name":"op-1","metadata":{"@type":"t","name":"CAUS1","video":{"seed":1,"mediaGenerationId":"CAUS1","prompt":"https://evil.example/video/x",
              "fifeUrl":"https://storage.googleapis.com/ai-sandbox-videofx/video/1?Expires=1&Signature=x",
              "servingBaseUri":"https://storage.googleapis.com/ai-sandbox-videofx/image/1"} } },"sceneId":"scene-1","mediaGenerationId":"CAUS1","status":"{{{word}}}"}],"remainingCredits":920}
            """);
        Assert.IsType<OperationStatus.Finished>(status.State);
        Assert.Equal("https://storage.googleapis.com/ai-sandbox-videofx/video/1?Expires=1&Signature=x", status.Address?.AbsoluteUri);
        Assert.Equal("CAUS1", status.Media);
    }

    [Fact]
    public void The_documented_form_says_done_and_where()
    {
        var status = Read("""{"operations":[{"operation":{"name":"op-1","done":true},"response":{"videoUrl":"https://host.example/v.mp4"}}]}""");
        Assert.IsType<OperationStatus.Finished>(status.State);
        Assert.Equal("https://host.example/v.mp4", status.Address?.AbsoluteUri);
    }

    [Fact]
    public void Done_with_an_error_is_no_success() =>
        Assert.IsType<OperationStatus.Refused>(Read("""{"operations":[{"operation":{"name":"op-1","done":true,"error":{"code":13,"message":"Internal"}}}]}""").State);

    [Fact]
    public void The_media_form_brings_an_id_to_ask_for_the_clip_with()
    {
        var status = Read("""{"media":[{"name":"op-1","projectId":"p","mediaMetadata":{"mediaStatus":{"mediaGenerationStatus":"MEDIA_GENERATION_STATUS_SUCCESSFUL"}}}]}""");
        Assert.IsType<OperationStatus.Finished>(status.State);
        Assert.Equal((null, "op-1"), (status.Address, status.Media));
    }

    [Fact]
    public void A_success_without_a_clip_is_asked_about_again() =>
        Assert.IsType<OperationStatus.Unreadable>(Read("""{"operations":[{"operation":{"name":"op-1"},"status":"MEDIA_GENERATION_STATUS_SUCCESSFUL"}]}""").State);

    [Theory]
    [InlineData("MEDIA_GENERATION_STATUS_FAILED", RefusalKind.FailedAtProvider)]
    [InlineData("MEDIA_GENERATION_STATUS_BLOCKED", RefusalKind.Policy)]
    public void Failed_and_blocked_differ(string word, RefusalKind kind)
    {
        var refused = Assert.IsType<OperationStatus.Refused>(Read($$"""
            {"operations":[{"operation":{"name":"op-1","error":{"code":13,"message":"Internal error encountered."} },"status":"{{word}}"}]}
            """).State);
        Assert.Equal((kind, "Internal error encountered."), (refused.Reason.Kind, refused.Reason.Words));
    }

    [Fact]
    public void Operations_are_known_by_name_or_scene_in_any_order_and_one_that_is_missing_stays_so()
    {
        var statuses = FlowStatusReader.Read(
            JsonFacts.Parse("""
                {"operations":[{"sceneId":"scene-2","status":"MEDIA_GENERATION_STATUS_FAILED"},
                  {"operation":{"name":"op-1"},"status":"MEDIA_GENERATION_STATUS_ACTIVE"},{"operation":{"name":"strange"},"status":"MEDIA_GENERATION_STATUS_FAILED"}]}
                """),
            [One, Two, new("op-3", "scene-3")]);
        Assert.Equal([One.Id, Two.Id], statuses.Keys.Order(StringComparer.Ordinal));
        Assert.IsType<OperationStatus.Generating>(statuses[One.Id].State);
        Assert.IsType<OperationStatus.Refused>(statuses[Two.Id].State);
    }

    [Fact]
    public void An_answer_that_knows_only_names_of_its_own_keeps_the_order()
    {
        var statuses = FlowStatusReader.Read(
            JsonFacts.Parse("""
                {"media":[{"name":"CAUS1","mediaMetadata":{"mediaStatus":{"mediaGenerationStatus":"MEDIA_GENERATION_STATUS_ACTIVE"}}},
                  {"name":"CAUS2","mediaMetadata":{"mediaStatus":{"mediaGenerationStatus":"MEDIA_GENERATION_STATUS_SUCCESSFUL"}}}]}
                """),
            [One, Two]);
        Assert.IsType<OperationStatus.Generating>(statuses[One.Id].State);
        Assert.Equal("CAUS2", statuses[Two.Id].Media);
    }

    [Theory]
    [InlineData("op-1", "scene-1")]
    [InlineData("projects/p/operations/x@y", "9b2f")]
    public void The_stored_id_holds_name_and_scene(string name, string scene) =>
        Assert.Equal(new FlowOperation(name, scene), FlowOperation.Parse(new FlowOperation(name, scene).Id));

    private static FlowStatus Read(string body) => FlowStatusReader.Read(JsonFacts.Parse(body), [One])[One.Id];
}
