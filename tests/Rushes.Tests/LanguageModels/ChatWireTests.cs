using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Writing.LanguageModels;

namespace Rushes.Tests.LanguageModels;

/// <summary>The three wires send what their documents ask for, and tell answers and refusals apart.</summary>
public sealed class ChatWireTests
{
    private static readonly JsonElement Form = JsonSerializer.Deserialize<JsonElement>("""{"type":"object","properties":{"title":{"type":"string"}},"required":["title"],"additionalProperties":false}""");

    private static readonly ChatMessage[] Question = [new(ChatRole.System, "You write."), new(ChatRole.User, "Write.")];

    private static ChatOptions Options(float? temperature = null) =>
        new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Form, "whole"), MaxOutputTokens = 900, Temperature = temperature };

    private const string GeminiWhole = """{"candidates":[{"content":{"parts":[{"text":"think","thought":true},{"text":"{\"title\":"},{"text":"\"x\"}"}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":11,"candidatesTokenCount":5,"thoughtsTokenCount":2}}""";
    private const string OpenAiWhole = """{"choices":[{"message":{"content":"{\"title\":\"x\"}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":11,"completion_tokens":7}}""";
    private const string AnthropicWhole = """{"type":"message","content":[{"type":"text","text":"{\"title\":\"x\"}"}],"stop_reason":"end_turn","usage":{"input_tokens":11,"output_tokens":7}}""";

    public static TheoryData<string, string, string, string> Wholes => new()
    {
        { "gemini", GeminiWhole, "https://generativelanguage.googleapis.com/v1beta/models/m-1:generateContent", "x-goog-api-key" },
        { "openai-compatible", OpenAiWhole, "https://api.openai.com/v1/chat/completions", "authorization" },
        { "anthropic", AnthropicWhole, "https://api.anthropic.com/v1/messages", "x-api-key" },
    };

    [Theory]
    [MemberData(nameof(Wholes))]
    public async Task A_whole_answer_brings_text_finish_and_tokens_and_the_key_stays_in_its_header(string provider, string answer, string address, string header)
    {
        var service = new CannedService(CannedService.Json(answer));

        var response = await service.Client(provider, "m-1").GetResponseAsync(Question, Options(), TestContext.Current.CancellationToken);

        Assert.Equal("""{"title":"x"}""", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal((11L, 7L), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        var call = Assert.Single(service.Calls);
        Assert.Equal(("POST", address), (call.Method, call.Address));
        Assert.Contains("key-1", call.Headers[header], StringComparison.Ordinal);
        Assert.DoesNotContain("key-1", call.Address + call.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("temperature", call.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gemini_is_given_its_system_words_and_the_schema_in_its_own_fields()
    {
        var service = new CannedService(CannedService.Json(GeminiWhole));
        await service.Client("gemini", "m-1").GetResponseAsync(Question, Options(), TestContext.Current.CancellationToken);
        var body = service.Calls[0].Body;
        Assert.Equal("You write.", body["systemInstruction"]!["parts"]![0]!["text"]!.GetValue<string>());
        Assert.Equal("user", body["contents"]![0]!["role"]!.GetValue<string>());
        Assert.Equal("application/json", body["generationConfig"]!["responseMimeType"]!.GetValue<string>());
        Assert.Equal("object", body["generationConfig"]!["responseJsonSchema"]!["type"]!.GetValue<string>());
        Assert.Equal(900, body["generationConfig"]!["maxOutputTokens"]!.GetValue<int>());
    }

    [Fact]
    public async Task OpenAi_is_given_a_strict_schema()
    {
        var service = new CannedService(CannedService.Json(OpenAiWhole));
        await service.Client("openai-compatible", "m-1").GetResponseAsync(Question, Options(0.5f), TestContext.Current.CancellationToken);
        var body = service.Calls[0].Body;
        Assert.True(body["response_format"]!["json_schema"]!["strict"]!.GetValue<bool>());
        Assert.False(body["response_format"]!["json_schema"]!["schema"]!["additionalProperties"]!.GetValue<bool>());
        Assert.Equal("system", body["messages"]![0]!["role"]!.GetValue<string>());
        Assert.Equal(0.5, body["temperature"]!.GetValue<double>(), 3);
    }

    [Fact]
    public async Task Anthropic_is_given_its_version_a_bound_and_the_form_of_the_answer()
    {
        var service = new CannedService(CannedService.Json(AnthropicWhole));
        await service.Client("anthropic", "m-1").GetResponseAsync(Question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(Form) }, TestContext.Current.CancellationToken);
        var call = service.Calls[0];
        Assert.Equal("2023-06-01", call.Headers["anthropic-version"]);
        Assert.True(call.Body["max_tokens"]!.GetValue<int>() > 1000);
        Assert.Equal("json_schema", call.Body["output_config"]!["format"]!["type"]!.GetValue<string>());
        Assert.Equal("You write.", call.Body["system"]!.GetValue<string>());
        Assert.Single(call.Body["messages"]!.AsArray());
    }

    public static TheoryData<string, string[]> Streams => new()
    {
        {
            "gemini",
            [
                """{"candidates":[{"content":{"parts":[{"text":"{\"title\":"}]}}]}""",
                """{"candidates":[{"content":{"parts":[{"text":"\"x\"}"}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":11,"candidatesTokenCount":7}}""",
            ]
        },
        {
            "openai-compatible",
            [
                """{"choices":[{"delta":{"role":"assistant","content":"{\"title\":"}}]}""",
                """{"choices":[{"delta":{"content":"\"x\"}"},"finish_reason":"stop"}]}""",
                """{"choices":[],"usage":{"prompt_tokens":11,"completion_tokens":7}}""",
                "[DONE]",
            ]
        },
        {
            "anthropic",
            [
                """{"type":"message_start","message":{"usage":{"input_tokens":11,"output_tokens":1}}}""",
                """{"type":"content_block_delta","delta":{"type":"text_delta","text":"{\"title\":"}}""",
                """{"type":"ping"}""",
                """{"type":"content_block_delta","delta":{"type":"text_delta","text":"\"x\"}"}}""",
                """{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":7}}""",
                """{"type":"message_stop"}""",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task A_stream_is_heard_piece_by_piece(string provider, string[] events)
    {
        var service = new CannedService(CannedService.Stream(events));
        var heard = new List<string>();
        ChatFinishReason? finish = null;
        long? output = null;

        await foreach (var update in service.Client(provider, "m-1").GetStreamingResponseAsync(Question, Options(), TestContext.Current.CancellationToken))
        {
            if (update.Text.Length > 0)
                heard.Add(update.Text);
            finish ??= update.FinishReason;
            output = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details.OutputTokenCount ?? output;
        }

        Assert.Equal(["{\"title\":", "\"x\"}"], heard);
        Assert.Equal(ChatFinishReason.Stop, finish);
        Assert.Equal(7, output);
        Assert.Contains(provider == "gemini" ? ":streamGenerateContent?alt=sse" : "/", service.Calls[0].Address, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task A_stream_that_breaks_off_is_a_lost_answer_after_what_it_brought(string provider, string[] events)
    {
        var service = new CannedService(CannedService.Broken(events[..^(provider == "gemini" ? 1 : 3)]));
        var heard = "";
        var lost = await Assert.ThrowsAsync<ChatException>(async () =>
        {
            await foreach (var update in service.Client(provider, "m-1").GetStreamingResponseAsync(Question, Options(), TestContext.Current.CancellationToken))
                heard += update.Text;
        });
        Assert.IsType<ChatFailure.Lost>(lost.Failure);
        Assert.StartsWith("{\"title\":", heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gemini", """{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"usageMetadata":{"promptTokenCount":1}}""")]
    [InlineData("gemini", """{"candidates":[{"finishReason":"SAFETY"}]}""")]
    [InlineData("openai-compatible", """{"choices":[{"message":{"content":null,"refusal":"I can't."},"finish_reason":"stop"}]}""")]
    [InlineData("anthropic", """{"type":"message","content":[],"stop_reason":"refusal","usage":{"input_tokens":1,"output_tokens":1}}""")]
    public async Task A_refusal_of_the_content_is_no_failure_but_a_finish(string provider, string answer)
    {
        var response = await new CannedService(CannedService.Json(answer)).Client(provider, "m-1").GetResponseAsync(Question, Options(), TestContext.Current.CancellationToken);
        Assert.Equal(ChatFinishReason.ContentFilter, response.FinishReason);
    }

    [Theory]
    [InlineData("gemini", """{"candidates":[{"content":{"parts":[{"text":"{"}]},"finishReason":"MAX_TOKENS"}]}""")]
    [InlineData("openai-compatible", """{"choices":[{"message":{"content":"{"},"finish_reason":"length"}]}""")]
    [InlineData("anthropic", """{"type":"message","content":[{"type":"text","text":"{"}],"stop_reason":"max_tokens"}""")]
    public async Task A_cut_answer_says_so(string provider, string answer)
    {
        var response = await new CannedService(CannedService.Json(answer)).Client(provider, "m-1").GetResponseAsync(Question, Options(), TestContext.Current.CancellationToken);
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
    }

    public static TheoryData<string, int, string, RefusalKind> Refusals => new()
    {
        { "gemini", 400, """{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}""", RefusalKind.SignedOut },
        { "gemini", 404, """{"error":{"code":404,"message":"models/x is no longer available","status":"NOT_FOUND"}}""", RefusalKind.NotAllowed },
        { "gemini", 429, """{"error":{"code":429,"message":"Quota","status":"RESOURCE_EXHAUSTED","details":[{"violations":[{"quotaId":"GenerateRequestsPerDayPerProject"}]}]}}""", RefusalKind.QuotaGone },
        { "gemini", 503, """[{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}]""", RefusalKind.FailedAtProvider },
        { "openai-compatible", 401, """{"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}}""", RefusalKind.SignedOut },
        { "openai-compatible", 429, """{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}""", RefusalKind.QuotaGone },
        { "openai-compatible", 429, """{"error":{"message":"Rate limit reached. Please try again in 1.5s.","code":"rate_limit_exceeded"}}""", RefusalKind.Throttled },
        { "openai-compatible", 400, """{"error":{"message":"no","code":"content_policy_violation"}}""", RefusalKind.Policy },
        { "openai-compatible", 502, "<html>bad gateway</html>", RefusalKind.FailedAtProvider },
        { "anthropic", 529, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", RefusalKind.FailedAtProvider },
        { "anthropic", 400, """{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low"}}""", RefusalKind.QuotaGone },
        { "anthropic", 403, """{"type":"error","error":{"type":"permission_error","message":"no"}}""", RefusalKind.NotAllowed },
        { "anthropic", 400, """{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: too large"}}""", RefusalKind.BadRequest },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Each_refusal_has_its_class(string provider, int status, string body, RefusalKind kind)
    {
        var service = new CannedService(CannedService.Json(body, (HttpStatusCode)status));
        var failed = await Assert.ThrowsAsync<ChatException>(() => service.Client(provider, "m-1").GetResponseAsync(Question, Options(), TestContext.Current.CancellationToken));
        Assert.Equal(kind, Assert.IsType<ChatFailure.Refused>(failed.Failure).Refusal.Kind);
    }

    [Theory]
    [InlineData("""{"error":{"message":"x","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"23s"}]}}""", null, 23)]
    [InlineData("""{"error":{"message":"x"}}""", "17", 17)]
    [InlineData("""{"error":{"message":"Please retry in 4.5s."}}""", null, 4.5)]
    public async Task The_time_of_a_throttle_is_taken_from_where_the_service_names_it(string body, string? header, double seconds)
    {
        var service = new CannedService(CannedService.Json(body, HttpStatusCode.TooManyRequests, header));
        var failed = await Assert.ThrowsAsync<ChatException>(() => service.Client("gemini", "m-1").GetResponseAsync(Question, Options(), TestContext.Current.CancellationToken));
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.IsType<ChatFailure.Refused>(failed.Failure).Refusal.RetryAfter);
    }

    [Fact]
    public async Task A_key_that_is_refused_gives_way_to_the_accounts_next()
    {
        var service = new CannedService(CannedService.Json("""{"error":{"message":"bad key"}}""", HttpStatusCode.Unauthorized), CannedService.Json(OpenAiWhole)) { Keys = ["old", "new"] };
        await service.Client("openai-compatible", "m-1").GetResponseAsync(Question, Options(), TestContext.Current.CancellationToken);
        Assert.Equal(["Bearer old", "Bearer new"], service.Calls.Select(call => call.Headers["authorization"]));
    }

    [Fact]
    public async Task A_server_that_knows_no_schemas_is_asked_for_json_and_then_for_nothing_and_remembered()
    {
        var no = CannedService.Json("""{"error":{"message":"response_format is not supported"}}""", HttpStatusCode.BadRequest);
        var service = new CannedService(no, no, CannedService.Json(OpenAiWhole)) { Keys = [] };
        var client = service.Client("openai-compatible", "llama", "http://localhost:11434/v1");

        await client.GetResponseAsync(Question, Options(), TestContext.Current.CancellationToken);
        await client.GetResponseAsync(Question, Options(), TestContext.Current.CancellationToken);

        Assert.Equal(["json_schema", "json_object", null, null], service.Calls.Select(call => call.Body["response_format"]?["type"]?.GetValue<string>()));
        Assert.All(service.Calls, call => Assert.False(call.Headers.ContainsKey("authorization")));
        Assert.Equal("http://localhost:11434/v1/chat/completions", service.Calls[0].Address);
    }

    [Fact]
    public async Task A_server_of_ones_own_is_asked_which_models_it_has()
    {
        var service = new CannedService(CannedService.Json("""{"data":[{"id":"nomic-embed-text"},{"id":"qwen3:8b"}]}""")) { Keys = [] };
        Assert.Equal("qwen3:8b", await service.Source("openai-compatible").OwnModelAsync(CannedService.Account("openai-compatible", "http://127.0.0.1:1234/v1"), TestContext.Current.CancellationToken));
        Assert.Equal("http://127.0.0.1:1234/v1/models", service.Calls[0].Address);
        Assert.Null(await service.Source("openai-compatible").OwnModelAsync(CannedService.Account("openai-compatible"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("gemini", "https://generativelanguage.googleapis.com/v1beta/models?pageSize=1")]
    [InlineData("anthropic", "https://api.anthropic.com/v1/models?limit=1")]
    [InlineData("openai-compatible", "https://api.openai.com/v1/models")]
    public async Task An_account_is_checked_by_a_question_that_costs_nothing(string provider, string address)
    {
        var good = new CannedService(CannedService.Json("""{"data":[]}"""));
        Assert.Null((await good.Source(provider).CheckAsync(CannedService.Account(provider), TestContext.Current.CancellationToken)).Trouble);
        Assert.Equal(("GET", address), (good.Calls[0].Method, good.Calls[0].Address));

        var bad = new CannedService(CannedService.Json("""{"error":{"message":"no"}}""", HttpStatusCode.Unauthorized));
        Assert.Equal(Troubles.SignedOut, (await bad.Source(provider).CheckAsync(CannedService.Account(provider), TestContext.Current.CancellationToken)).Trouble!.Code);
    }

    [Fact]
    public async Task An_error_in_the_middle_of_a_stream_is_a_failure_at_the_provider()
    {
        var service = new CannedService(CannedService.Stream("""{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"""));
        var failed = await Assert.ThrowsAsync<ChatException>(async () =>
        {
            await foreach (var _ in service.Client("anthropic", "m-1").GetStreamingResponseAsync(Question, Options(), TestContext.Current.CancellationToken))
            {
            }
        });
        Assert.Equal(RefusalKind.FailedAtProvider, Assert.IsType<ChatFailure.Refused>(failed.Failure).Refusal.Kind);
    }

    [Fact]
    public void Every_described_model_belongs_to_a_provider_that_has_a_wire_and_each_provider_has_a_first()
    {
        var book = new LanguageModelBook(Rushes.Tests.Library.ProductData.Shelf);
        Assert.All(book.All, model => Assert.Contains(model.Provider, new[] { "gemini", "openai-compatible", "anthropic" }));
        Assert.Equal("gemini-3.8-flash", book.Ranked("gemini", new(2026, 11, 29))[0].Id);
        Assert.NotEmpty(book.Ranked("anthropic", new(2026, 11, 29)));
        Assert.NotEmpty(book.Ranked("openai-compatible", new(2026, 11, 29)));
        Assert.Equal(0.0063m, book.Named("gemini", "gemini-3.8-flash").CostOf(3_400, 1_000));
    }
}
