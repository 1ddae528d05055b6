using System.Text;
using System.Text.Json.Nodes;
using Rushes.FakeProviders;

namespace Rushes.Integration.Fakes;

/// <summary>The four wires of speech.</summary>
public sealed class SpeechFakeTests
{
    private const string Short = "Xin chào.";
    private const string Long = "Xin chào, đây là một câu dài hơn nhiều so với câu trước. Nó có hai phần.";

    private static readonly FakeOptions Quick = new() { Generate = TimeSpan.Zero };

    [Fact]
    public async Task Gemini_answers_with_raw_sound_whose_length_follows_the_text()
    {
        await using var server = await FakeServer.StartAsync("speech", Quick);
        var brief = await SoundAsync(Short);
        var lengthy = await SoundAsync(Long);
        Assert.InRange(brief.Length / 48000.0, 0.3, 1.5);
        Assert.True(lengthy.Length > 3 * brief.Length);
        Assert.Empty(await SoundAsync("Không có gì [[empty]]"));
        var wrong = await AskAsync(server, Short, "Nobody");
        Assert.Equal((400, "INVALID_ARGUMENT"), (wrong.Status, (string?)wrong.Json["error"]!["status"]));

        async Task<byte[]> SoundAsync(string text)
        {
            var reply = await AskAsync(server, text, "Kore");
            var data = reply.Json["candidates"]![0]!["content"]!["parts"]![0]!["inlineData"]!;
            Assert.Equal("audio/L16;codec=pcm;rate=24000", (string?)data["mimeType"]);
            return Convert.FromBase64String((string)data["data"]!);
        }

        static async Task<Reply> AskAsync(FakeServer server, string text, string voice)
        {
            using var stranger = new Stranger(server, null, ("x-goog-api-key", "key"));
            return await stranger.PostAsync("v1beta/models/gemini-3.8-flash-lite-tts:generateContent", new JsonObject
            {
                ["contents"] = new JsonArray(new JsonObject { ["parts"] = new JsonArray(new JsonObject { ["text"] = text }) }),
                ["generationConfig"] = new JsonObject
                {
                    ["responseModalities"] = new JsonArray("AUDIO"),
                    ["speechConfig"] = new JsonObject { ["voiceConfig"] = new JsonObject { ["prebuiltVoiceConfig"] = new JsonObject { ["voiceName"] = voice } } },
                },
            }.ToJsonString());
        }
    }

    [Fact]
    public async Task ElevenLabs_speaks_mp3_and_tells_the_time_of_each_letter()
    {
        await using var server = await FakeServer.StartAsync("speech", Quick);
        using var stranger = new Stranger(server, null, ("xi-api-key", "key"));
        var voice = (string)(await stranger.GetAsync("v1/voices")).Json["voices"]![0]!["voice_id"]!;
        var spoken = await stranger.PostAsync($"v1/text-to-speech/{voice}", """{"text":"Xin chào","model_id":"eleven_flash_v2_5","language_code":"vi"}""");
        Assert.Equal("audio/mpeg", spoken.ContentType);
        Assert.True(spoken.Bytes.AsSpan().StartsWith("ID3"u8) || (spoken.Bytes[0] == 0xFF && (spoken.Bytes[1] & 0xE0) == 0xE0));
        var timed = (await stranger.PostAsync($"v1/text-to-speech/{voice}/with-timestamps?output_format=pcm_24000", """{"text":"Xin chào","model_id":"eleven_v3"}""")).Json;
        Assert.Equal("Xin chào", string.Concat(timed["alignment"]!["characters"]!.AsArray().Select(letter => (string)letter!)));
        Assert.Equal(Convert.FromBase64String((string)timed["audio_base64"]!).Length / 48000.0,
            (double)timed["alignment"]!["character_end_times_seconds"]!.AsArray()[^1]!, 0.01);
        var unsupported = await stranger.PostAsync($"v1/text-to-speech/{voice}", """{"text":"Xin chào","model_id":"eleven_multilingual_v2","language_code":"vi"}""");
        Assert.Equal((400, "unsupported_model_parameter"), (unsupported.Status, (string?)unsupported.Json["detail"]!["status"]));
        var spent = await stranger.PostAsync($"v1/text-to-speech/{voice}", """{"text":"Xin chào [[quota]]","model_id":"eleven_v3"}""");
        Assert.Equal((401, "quota_exceeded"), (spent.Status, (string?)spent.Json["detail"]!["status"]));
        Assert.Equal(404, (await stranger.PostAsync("v1/text-to-speech/nobody", """{"text":"x"}""")).Status);
    }

    [Theory]
    [InlineData("""<speak version="1.0" xml:lang="vi-VN"><voice name="vi-VN-HoaiMyNeural"><prosody rate="+5%">Cô ấy nói: A &amp; B.</prosody></voice></speak>""", 200)]
    [InlineData("""<speak version="1.0" xml:lang="vi-VN"><voice name="vi-VN-HoaiMyNeural">A & B</voice></speak>""", 400)]
    [InlineData("""<speak version="1.0" xml:lang="vi-VN"><voice name="vi-VN-KhongCo">A</voice></speak>""", 400)]
    [InlineData("""<speak version="1.0"><voice name="vi-VN-HoaiMyNeural">A</voice></speak>""", 400)]
    public async Task Azure_reads_only_well_formed_markup(string markup, int status)
    {
        await using var server = await FakeServer.StartAsync("speech", Quick);
        using var stranger = new Stranger(server, null, ("Ocp-Apim-Subscription-Key", "key"), ("User-Agent", "stranger"), ("X-Microsoft-OutputFormat", "riff-24khz-16bit-mono-pcm"));
        var reply = await stranger.SendAsync(HttpMethod.Post, "cognitiveservices/v1", markup, "application/ssml+xml");
        Assert.Equal(status, reply.Status);
        if (status == 200)
        {
            Assert.Equal("RIFF", Encoding.ASCII.GetString(reply.Bytes, 0, 4));
            Assert.Equal(24000, BitConverter.ToInt32(reply.Bytes, 24));
        }
        Assert.Contains((await stranger.GetAsync("cognitiveservices/voices/list")).Json.AsArray(), voice => (string?)voice!["ShortName"] == "vi-VN-NamMinhNeural");
    }

    [Fact]
    public async Task The_compatible_endpoint_speaks_wav_faster_on_request_and_breaks_on_demand()
    {
        await using var server = await FakeServer.StartAsync("speech", Quick);
        using var stranger = new Stranger(server, "key");
        var usual = await SpeakAsync(Long, 1);
        Assert.Equal("audio/wav", usual.ContentType);
        Assert.True((await SpeakAsync(Long, 2)).Bytes.Length < usual.Bytes.Length * 0.6);
        Assert.Equal("text/html", (await SpeakAsync("Xin chào [[html]]", 1)).ContentType);
        await Assert.ThrowsAsync<HttpRequestException>(() => SpeakAsync("Xin chào [[truncated]]", 1));
        await Assert.ThrowsAsync<HttpRequestException>(() => SpeakAsync("Xin chào [[drop]]", 1));
        Assert.Equal(429, (await SpeakAsync("Xin chào [[429:1]]", 1)).Status);
        Assert.Equal(400, (await SpeakAsync(new string('a', 5000), 1)).Status);

        Task<Reply> SpeakAsync(string text, double speed) => stranger.PostAsync("v1/audio/speech", new JsonObject
        {
            ["model"] = "any",
            ["input"] = text,
            ["voice"] = "marin",
            ["response_format"] = "wav",
            ["speed"] = speed,
        }.ToJsonString());
    }
}
