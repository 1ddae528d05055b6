using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rushes.FakeProviders;
using Rushes.FakeProviders.LanguageModels;

namespace Rushes.Integration.Fakes;

/// <summary>The three wires of language models.</summary>
public sealed class LanguageModelFakeTests
{
    private const string Schema = """
        {"type":"object","additionalProperties":false,"required":["title","scenes"],"properties":{"title":{"type":"string"},"scenes":{"type":"array","items":
         {"type":"object","additionalProperties":false,"required":["narration","action","duration_seconds"],"properties":
          {"narration":{"type":"string"},"action":{"type":"string"},"duration_seconds":{"type":"integer"} } } } } }
        """;

    private static readonly FakeOptions Quick = new() { Generate = TimeSpan.Zero };

    public static TheoryData<string> Wires => ["gemini", "openai", "anthropic"];

    [Theory]
    [MemberData(nameof(Wires))]
    public async Task A_script_fits_the_schema_and_the_question(string wire)
    {
        await using var server = await FakeServer.StartAsync("language-models", Quick);
        var answer = JsonNode.Parse(TextOf(wire, await AskAsync(server, wire, "5 scenes, 32 seconds.\nIdea: the old tram driver")))!;
        var scenes = answer["scenes"]!.AsArray();
        Assert.Equal(5, scenes.Count);
        Assert.Equal(32, scenes.Sum(scene => (int)scene!["duration_seconds"]!));
        Assert.Contains("old tram driver", (string)answer["title"]!, StringComparison.Ordinal);
        var vietnamese = TextOf(wire, await AskAsync(server, wire, "3 cảnh, 24 giây.\nÝ tưởng: chú mèo đi lạc"));
        Assert.Contains("chú mèo đi lạc", vietnamese, StringComparison.Ordinal);
        Assert.Equal(3, JsonNode.Parse(vietnamese)!["scenes"]!.AsArray().Count);
    }

    [Theory]
    [MemberData(nameof(Wires))]
    public async Task A_stream_brings_the_same_text_in_pieces(string wire)
    {
        await using var server = await FakeServer.StartAsync("language-models", Quick);
        var whole = TextOf(wire, await AskAsync(server, wire, "2 scenes. A boat"));
        var stream = await AskAsync(server, wire, "2 scenes. A boat", stream: true);
        Assert.Equal("text/event-stream", stream.ContentType);
        var events = Events(stream);
        Assert.True(events.Count > 3);
        Assert.Equal(whole, string.Concat(events.Select(each => PieceOf(wire, each))));
        Assert.Equal(wire == "openai", stream.Text.TrimEnd().EndsWith("data: [DONE]", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Wires))]
    public async Task A_model_misbehaves_on_demand_and_only_once(string wire)
    {
        await using var server = await FakeServer.StartAsync("language-models", Quick);
        Assert.Contains("```json", await TextAsync("[[fences]]"), StringComparison.Ordinal);
        Assert.Equal(2, Scenes(await TextAsync("[[toofew]]")));
        Assert.Equal(4, Scenes(await TextAsync("[[toomanyscenes]]")));
        Assert.Equal(3, Scenes(await TextAsync("[[toomanyscenes]]")));
        Assert.Equal(JsonValueKind.String, JsonNode.Parse(await TextAsync("[[wrongtypes]]"))!["scenes"]![0]!["duration_seconds"]!.GetValueKind());
        Assert.Contains("buổi sáng", await TextAsync("[[wronglanguage]]"), StringComparison.Ordinal);
        Assert.StartsWith("Hello everyone", (string)JsonNode.Parse(await TextAsync("[[greeting]]"))!["scenes"]![0]!["narration"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("{", await TextAsync("[[prose]]"), StringComparison.Ordinal);
        var cut = await AskAsync(server, wire, "3 scenes. A boat [[cut]]");
        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(TextOf(wire, cut)));
        Assert.Contains(wire switch { "gemini" => "MAX_TOKENS", "openai" => "\"finish_reason\":\"length\"", _ => "\"stop_reason\":\"max_tokens\"" }, cut.Text, StringComparison.Ordinal);

        async Task<string> TextAsync(string marker) => TextOf(wire, await AskAsync(server, wire, $"3 scenes. A boat {marker}"));
        static int Scenes(string text) => JsonNode.Parse(text)!["scenes"]!.AsArray().Count;
    }

    [Theory]
    [InlineData("gemini", "[[blocked]]", "\"blockReason\":\"PROHIBITED_CONTENT\"")]
    [InlineData("gemini", "[[refusal]]", "\"finishReason\":\"SAFETY\"")]
    [InlineData("openai", "[[blocked]]", "\"finish_reason\":\"content_filter\"")]
    [InlineData("openai", "[[refusal]]", "\"refusal\":\"I'm sorry")]
    [InlineData("anthropic", "[[refusal]]", "\"stop_reason\":\"refusal\"")]
    public async Task A_model_refuses(string wire, string marker, string words)
    {
        await using var server = await FakeServer.StartAsync("language-models", Quick);
        var refused = await AskAsync(server, wire, $"A boat {marker}");
        Assert.Equal(200, refused.Status);
        Assert.Contains(words, refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gemini", "[[429:2]]", 429, "retryDelay")]
    [InlineData("gemini", "[[503]]", 503, "UNAVAILABLE")]
    [InlineData("openai", "[[429:2]]", 429, "rate_limit_exceeded")]
    [InlineData("openai", "[[quota]]", 429, "insufficient_quota")]
    [InlineData("openai", "[[401]]", 401, "invalid_api_key")]
    [InlineData("anthropic", "[[429:2]]", 429, "rate_limit_error")]
    [InlineData("anthropic", "[[503]]", 529, "overloaded_error")]
    [InlineData("anthropic", "[[500]]", 500, "api_error")]
    public async Task Errors_are_said_in_the_words_of_the_wire(string wire, string marker, int status, string words)
    {
        await using var server = await FakeServer.StartAsync("language-models", Quick);
        var refused = await AskAsync(server, wire, $"A boat {marker}");
        Assert.Equal(status, refused.Status);
        Assert.Contains(words, refused.Text, StringComparison.Ordinal);
        Assert.Equal(marker == "[[429:2]]" && wire != "gemini", refused.Headers.ContainsKey("Retry-After"));
    }

    [Theory]
    [MemberData(nameof(Wires))]
    public async Task A_stream_breaks_off(string wire)
    {
        await using var server = await FakeServer.StartAsync("language-models", Quick);
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(server, wire, "9 scenes. A boat [[streamdrop]]", stream: true));
    }

    [Fact]
    public async Task A_test_gives_the_answer_itself_and_reads_what_was_asked()
    {
        LanguageQuestion? asked = null;
        await using var server = await FakeServer.StartAsync("language-models", Quick with
        {
            Language = new LanguageOptions
            {
                Answer = question =>
                {
                    asked = question;
                    return "{\"mine\":true}";
                },
            },
        });
        Assert.Equal("{\"mine\":true}", TextOf("anthropic", await AskAsync(server, "anthropic", "A boat")));
        Assert.Equal(("anthropic", "You write films.", "A boat"), (asked!.Wire, asked.System, asked.Last));
        Assert.NotNull(asked.Schema);
    }

    [Fact]
    public async Task Wrong_requests_are_refused()
    {
        await using var server = await FakeServer.StartAsync("language-models", Quick);
        using var openAi = new Stranger(server, "key");
        Assert.Equal(400, (await openAi.PostAsync("v1/chat/completions", """{"model":"gpt-6-luna","temperature":0.9,"messages":[{"role":"user","content":"x"}]}""")).Status);
        var loose = await openAi.PostAsync("v1/chat/completions", """
            {"model":"gpt-6-luna","messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_schema","json_schema":{"name":"s","strict":true,"schema":{"type":"object","properties":{"a":{"type":"string"}}}}}}
            """);
        Assert.Contains("'additionalProperties' is required", (string)loose.Json["error"]!["message"]!, StringComparison.Ordinal);
        using var anthropic = new Stranger(server, null, ("x-api-key", "key"));
        Assert.Contains("anthropic-version", (await anthropic.PostAsync("v1/messages", "{}")).Text, StringComparison.Ordinal);
        Assert.Contains("max_tokens", (await anthropic.PostAsync("v1/messages", """{"model":"m"}""", ("anthropic-version", "2023-06-01"))).Text, StringComparison.Ordinal);
        using var nobody = new Stranger(server);
        Assert.Equal(401, (await nobody.PostAsync("v1/chat/completions", "{}")).Status);
        Assert.Equal(403, (await nobody.PostAsync("v1beta/models/gemini-3.8-flash:generateContent", "{}")).Status);
    }

    [Fact]
    public async Task Only_so_many_may_ask_at_once()
    {
        await using var server = await FakeServer.StartAsync("language-models", new FakeOptions { Generate = TimeSpan.FromSeconds(1), Slots = 2 });
        var replies = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => AskAsync(server, "openai", "A boat")));
        Assert.Equal([200, 200, 429], replies.Select(reply => reply.Status).Order());
        Assert.Equal(3, server.Calls.MostInFlight);
    }

    private static async Task<Reply> AskAsync(FakeServer server, string wire, string said, bool stream = false)
    {
        switch (wire)
        {
            case "gemini":
                using (var gemini = new Stranger(server, null, ("x-goog-api-key", "key")))
                {
                    return await gemini.PostAsync($"v1beta/models/gemini-3.8-flash:{(stream ? "streamGenerateContent?alt=sse" : "generateContent")}", new JsonObject
                    {
                        ["systemInstruction"] = new JsonObject { ["parts"] = new JsonArray(new JsonObject { ["text"] = "You write films." }) },
                        ["contents"] = new JsonArray(new JsonObject { ["role"] = "user", ["parts"] = new JsonArray(new JsonObject { ["text"] = said }) }),
                        ["generationConfig"] = new JsonObject { ["responseMimeType"] = "application/json", ["responseJsonSchema"] = JsonNode.Parse(Schema) },
                    }.ToJsonString());
                }
            case "openai":
                using (var openAi = new Stranger(server, "key"))
                {
                    return await openAi.PostAsync("v1/chat/completions", new JsonObject
                    {
                        ["model"] = "gpt-6-luna",
                        ["stream"] = stream,
                        ["messages"] = new JsonArray(new JsonObject { ["role"] = "system", ["content"] = "You write films." }, new JsonObject { ["role"] = "user", ["content"] = said }),
                        ["response_format"] = new JsonObject { ["type"] = "json_schema", ["json_schema"] = new JsonObject { ["name"] = "script", ["strict"] = true, ["schema"] = JsonNode.Parse(Schema) } },
                    }.ToJsonString());
                }
            default:
                using (var anthropic = new Stranger(server, null, ("x-api-key", "key"), ("anthropic-version", "2023-06-01")))
                {
                    return await anthropic.PostAsync("v1/messages", new JsonObject
                    {
                        ["model"] = "claude-sonnet-5-5",
                        ["max_tokens"] = 4096,
                        ["stream"] = stream,
                        ["system"] = "You write films.",
                        ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = said }),
                        ["output_config"] = new JsonObject { ["format"] = new JsonObject { ["type"] = "json_schema", ["schema"] = JsonNode.Parse(Schema) } },
                    }.ToJsonString());
                }
        }
    }

    private static string TextOf(string wire, Reply reply) => (string)(wire switch
    {
        "gemini" => reply.Json["candidates"]![0]!["content"]!["parts"]![0]!["text"]!,
        "openai" => reply.Json["choices"]![0]!["message"]!["content"]!,
        _ => reply.Json["content"]![0]!["text"]!,
    })!;

    private static List<JsonNode> Events(Reply stream) => [.. Encoding.UTF8.GetString(stream.Bytes).Split('\n')
        .Where(line => line.StartsWith("data: {", StringComparison.Ordinal)).Select(line => JsonNode.Parse(line[6..])!)];

    private static string? PieceOf(string wire, JsonNode piece) => (string?)(wire switch
    {
        "gemini" => piece["candidates"]![0]!["content"]!["parts"]![0]!["text"],
        "openai" => piece["choices"]!.AsArray() is { Count: > 0 } choices ? choices[0]!["delta"]!["content"] : null,
        _ => piece["delta"]?["text"],
    });
}
