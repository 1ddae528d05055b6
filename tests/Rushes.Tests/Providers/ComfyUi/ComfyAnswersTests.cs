using System.Text.Json;
using System.Text.Json.Nodes;
using Rushes.Engine.Shooting;
using Rushes.Film.Takes;
using Rushes.Providers.ComfyUi;
using Rushes.Providers.Http;
using Rushes.Tests.Providers.Http;

namespace Rushes.Tests.Providers.ComfyUi;

public sealed class ComfyAnswersTests
{
    [Theory]
    [InlineData("""{"16":{"images":[{"filename":"a_00001_.mp4","subfolder":"video","type":"output"}],"animated":[true]}}""", "a_00001_.mp4", "video", "output")]
    [InlineData("""{"9":{"gifs":[{"filename":"b.webm","subfolder":"","type":"temp","format":"video/webm"}]}}""", "b.webm", "", "temp")]
    [InlineData("""{"1":{"images":[{"filename":"p.png","subfolder":"","type":"output"}]},"2":{"videos":[{"filename":"t.mp4","type":"temp"}]},"3":{"other":[{"filename":"o.MP4","type":"output"}]}}""", "o.MP4", "", "output")]
    public void The_film_is_found_whatever_a_node_calls_its_list(string outputs, string name, string folder, string type)
    {
        var entry = JsonFacts.Parse($$$"""{"outputs":{{{outputs}}},"status":{"status_str":"success","completed":true,"messages":[]}}""");
        Assert.Equal(new ComfyFile(name, folder, type), ComfyHistory.FilmOf(entry));
        Assert.Equal(Cost.Free, Assert.IsType<OperationStatus.Finished>(ComfyHistory.StatusOf(entry)).Cost);
    }

    [Theory]
    [InlineData("""{"status_str":"error","completed":false,"messages":[["execution_start",{}],["execution_error",{"node_id":"3","node_type":"KSampler","exception_message":"CUDA out of memory","traceback":["x"]}]]}""", RefusalKind.FailedAtProvider, "KSampler: CUDA out of memory")]
    [InlineData("""{"status_str":"error","completed":false,"messages":[["execution_interrupted",{"node_id":"3"}]]}""", RefusalKind.BadRequest, null)]
    [InlineData("""{"status_str":"success","completed":true,"messages":[]}""", RefusalKind.BadRequest, null)]
    [InlineData("""{"status_str":"error"}""", RefusalKind.FailedAtProvider, null)]
    public void Work_that_ended_without_a_film_says_why(string status, RefusalKind kind, string? words)
    {
        var refused = Assert.IsType<OperationStatus.Refused>(ComfyHistory.StatusOf(JsonFacts.Parse($$$"""{"outputs":{"9":{"images":[{"filename":"x.png"}]}},"status":{{{status}}}}""")));
        Assert.Equal(kind, refused.Reason.Kind);
        Assert.Equal(words ?? refused.Reason.Words, refused.Reason.Words);
    }

    [Fact]
    public void The_queue_tells_what_runs_from_what_waits()
    {
        var queue = JsonFacts.Parse("""{"queue_running":[[1,"a",{"3":{"class_type":"KSampler","inputs":{"latent_image":["1",0]}}},{},["9"]]],"queue_pending":[[2,"b",{},{},[]]]}""");
        Assert.True(ComfyHistory.InQueue(queue, "a")!.Value.Runs);
        Assert.Equal(["3"], Workflow.SamplersOf(JsonObject.Create(ComfyHistory.InQueue(queue, "a")!.Value.Nodes)!));
        Assert.False(ComfyHistory.InQueue(queue, "b")!.Value.Runs);
        Assert.Null(ComfyHistory.InQueue(queue, "c"));
    }

    [Theory]
    [InlineData(400, """{"error":{"type":"prompt_outputs_failed_validation","message":"Prompt outputs failed validation"},"node_errors":{"4":{"errors":[{"type":"value_not_in_list","message":"Value not in list","details":"ckpt_name: 'x.safetensors' not in ['y.safetensors']"}],"class_type":"CheckpointLoaderSimple"}}}""", RefusalKind.NotAllowed, "x.safetensors")]
    [InlineData(400, """{"error":{"type":"missing_node_type","message":"Node 'Fancy' not found."},"node_errors":{}}""", RefusalKind.NotAllowed, "Fancy")]
    [InlineData(400, """{"error":{"type":"prompt_outputs_failed_validation","message":"Prompt outputs failed validation"},"node_errors":{"3":{"errors":[{"type":"value_bigger_than_max","message":"Value 9 bigger than max of 8","details":"steps"}],"class_type":"KSampler"}}}""", RefusalKind.BadRequest, "KSampler: Value 9 bigger")]
    [InlineData(401, "", RefusalKind.SignedOut, "401")]
    [InlineData(404, "<html>", RefusalKind.NotAllowed, "404")]
    [InlineData(413, "", RefusalKind.BadRequest, "413")]
    public void Each_refusal_of_a_workflow_has_its_class_and_names_its_reason(int status, string body, RefusalKind kind, string words)
    {
        var refusal = ComfyErrors.OfRequest(Answers.Of(status, body));
        Assert.Equal(kind, refusal.Kind);
        Assert.Contains(words, refusal.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_server_lacks_is_named_before_anything_is_sent()
    {
        var workflow = new Workflow((JsonObject)JsonNode.Parse("""
            {"1":{"class_type":"UNETLoader","inputs":{"unet_name":"a.safetensors","weight_dtype":"default"}},
             "2":{"class_type":"VAELoader","inputs":{"vae_name":"folder/v.safetensors"}},
             "3":{"class_type":"Fancy","inputs":{"file":"z.gguf"}},
             "4":{"class_type":"LoraLoader","inputs":{"lora_name":"l.safetensors"}}}
            """)!);
        var known = new Dictionary<string, JsonElement>
        {
            ["UNETLoader"] = JsonFacts.Parse("""{"input":{"required":{"unet_name":[["b.safetensors"],{}],"weight_dtype":[["fp8"]]}}}"""),
            ["VAELoader"] = JsonFacts.Parse("""{"input":{"required":{"vae_name":["COMBO",{"options":["folder\\v.safetensors"]}]}}}"""),
            ["Fancy"] = default,
            ["LoraLoader"] = JsonFacts.Parse("""{"input":{"optional":{"lora_name":["COMBO",{"options":["m.safetensors"]}]}}}"""),
        };
        Assert.Collection(
            ComfyInventory.Missing(workflow, known),
            node => Assert.Contains("Fancy", node, StringComparison.Ordinal),
            file => Assert.Contains("a.safetensors", file, StringComparison.Ordinal),
            file => Assert.Contains("l.safetensors", file, StringComparison.Ordinal));
    }

    [Fact]
    public void Progress_is_that_of_the_nodes_that_denoise_and_never_goes_back()
    {
        var progress = new ComfyProgress();
        Assert.Null(progress.Of("p", ["a", "b"]));
        progress.Hear(JsonFacts.Parse("""{"type":"status","data":{"status":{"exec_info":{"queue_remaining":1}}}}"""));
        progress.Hear(JsonFacts.Parse("""{"type":"progress","data":{"value":1,"max":4,"prompt_id":"p","node":"a"}}"""));
        Assert.Equal(0.125, progress.Of("p", ["a", "b"]));
        progress.Hear(JsonFacts.Parse("""{"type":"progress_state","data":{"prompt_id":"p","nodes":{"a":{"value":4,"max":4,"state":"finished"},"b":{"value":2,"max":4,"state":"running"}}}}"""));
        progress.Hear(JsonFacts.Parse("""{"type":"progress","data":{"value":1,"max":4,"prompt_id":"p","node":"b"}}"""));
        Assert.Equal(0.75, progress.Of("p", ["a", "b"]));
        Assert.Null(progress.Of("other", ["a"]));
        progress.Hear(JsonFacts.Parse("""{"type":"execution_success","data":{"prompt_id":"p"}}"""));
        Assert.Null(progress.Of("p", ["a"]));
    }

    [Fact]
    public void The_prompt_id_of_an_attempt_is_the_same_in_every_process()
    {
        Assert.Equal("0b5f0c0e-7a4b-4c9f-9d3e-1a2b3c4d5e6f", ComfyIds.PromptOf("0B5F0C0E7A4B4C9F9D3E1A2B3C4D5E6F"));
        Assert.Equal(ComfyIds.PromptOf("attempt-1"), ComfyIds.PromptOf("attempt-1"));
        Assert.NotEqual(ComfyIds.PromptOf("attempt-1"), ComfyIds.PromptOf("attempt-2"));
        Assert.True(Guid.TryParse(ComfyIds.ClientOf("a"), out _));
    }
}
