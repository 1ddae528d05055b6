using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Rushes.FakeProviders;
using Rushes.FakeProviders.ComfyUi;

namespace Rushes.Integration.Fakes;

/// <summary>ComfyUI's routes and websocket.</summary>
public sealed class ComfyFakeTests
{
    private static readonly FakeOptions Quick = new() { Generate = TimeSpan.FromMilliseconds(60) };

    [Fact]
    public async Task A_workflow_runs_tells_its_progress_and_leaves_a_file()
    {
        await using var server = await FakeServer.StartAsync("comfyui", Quick);
        using var stranger = new Stranger(server);
        using var socket = await ConnectAsync(server, "me");
        var submitted = await stranger.PostAsync("prompt", Body("A boat", "me"));
        Assert.Equal(200, submitted.Status);
        var id = (string)submitted.Json["prompt_id"]!;
        var (events, binary) = await ListenAsync(socket, id);
        Assert.Equal("execution_start", events[0]);
        Assert.Contains("progress", events);
        Assert.Equal(["executed", "execution_success", "executing"], events[^3..]);
        Assert.True(binary);

        var history = (await stranger.GetAsync($"history/{id}")).Json[id]!;
        Assert.Equal("success", (string?)history["status"]!["status_str"]);
        var file = history["outputs"]!["9"]!["images"]![0]!;
        var view = $"view?filename={(string)file["filename"]!}&subfolder={(string)file["subfolder"]!}&type={(string)file["type"]!}";
        var clip = await Clip.ProbeAsync((await stranger.GetAsync(view)).Bytes);
        Assert.Equal(("h264", 2), (clip.Video, Math.Round(clip.Seconds)));
        Assert.True(clip.Width > clip.Height);
        Assert.Equal(206, (await stranger.GetAsync("api/" + view, ("Range", "bytes=0-9"))).Status);
    }

    [Fact]
    public async Task The_queue_is_serial_and_work_can_be_taken_back()
    {
        await using var server = await FakeServer.StartAsync("comfyui", new FakeOptions { Generate = TimeSpan.FromHours(1) });
        using var stranger = new Stranger(server);
        string[] ids = [await SubmitAsync("One"), await SubmitAsync("Two"), await SubmitAsync("Three")];
        var queue = (await stranger.GetAsync("queue")).Json;
        Assert.Equal([ids[0]], queue["queue_running"]!.AsArray().Select(item => (string)item![1]!));
        Assert.Equal(ids[1..], queue["queue_pending"]!.AsArray().Select(item => (string)item![1]!));
        Assert.Empty((await stranger.GetAsync($"history/{ids[0]}")).Json.AsObject());
        await stranger.PostAsync("queue", $$"""{"delete":["{{ids[1]}}"]}""");
        await stranger.PostAsync("interrupt", $$"""{"prompt_id":"{{ids[0]}}"}""");
        Assert.Equal([ids[2]], (await stranger.GetAsync("queue")).Json["queue_running"]!.AsArray().Select(item => (string)item![1]!));
        Assert.Equal(1, (int)(await stranger.GetAsync("prompt")).Json["exec_info"]!["queue_remaining"]!);
        var interrupted = (await stranger.GetAsync($"history/{ids[0]}")).Json[ids[0]]!;
        Assert.Equal("execution_interrupted", (string?)interrupted["status"]!["messages"]![2]![0]);
        Assert.Equal(1, server.Operations.MostRunning);

        async Task<string> SubmitAsync(string prompt) => (string)(await stranger.PostAsync("prompt", Body(prompt))).Json["prompt_id"]!;
    }

    [Fact]
    public async Task A_picture_is_uploaded_and_loaded()
    {
        await using var server = await FakeServer.StartAsync("comfyui", Quick);
        using var stranger = new Stranger(server);
        var missing = await stranger.PostAsync("prompt", Body("A boat", image: "a.png"));
        Assert.Equal("custom_validation_failed", (string?)missing.Json["node_errors"]!["20"]!["errors"]![0]!["type"]);
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "image", "a.png" }, { new StringContent("true"), "overwrite" } };
        using var response = await stranger.Client.PostAsync(new Uri(server.Address, "upload/image"), form);
        Assert.Equal("a.png", (string?)(await Reply.ReadAsync(response)).Json["name"]);
        Assert.Equal([1, 2, 3], (await stranger.GetAsync("view?filename=a.png&type=input")).Bytes);
        Assert.Equal(200, (await stranger.PostAsync("prompt", Body("A boat", image: "a.png"))).Status);
        Assert.Equal(3, Assert.Single(server.Operations.All[0].Order.Enclosures).Length);
    }

    [Fact]
    public async Task What_is_not_installed_is_named()
    {
        await using var server = await FakeServer.StartAsync("comfyui", Quick with
        {
            Comfy = new ComfyOptions { MissingNodes = ["CreateVideo"], MissingModels = ["wan_2.1_vae.safetensors"], MoreModels = ["mine.safetensors"] },
        });
        using var stranger = new Stranger(server);
        var node = await stranger.PostAsync("prompt", Body("A boat"));
        Assert.Equal((400, "missing_node_type"), (node.Status, (string?)node.Json["error"]!["type"]));
        Assert.Empty((await stranger.GetAsync("object_info/CreateVideo")).Json.AsObject());
        var files = (await stranger.GetAsync("object_info/VAELoader")).Json["VAELoader"]!["input"]!["required"]!["vae_name"]![0]!.AsArray().Select(file => (string)file!).ToArray();
        Assert.DoesNotContain("wan_2.1_vae.safetensors", files);
        Assert.Contains("mine.safetensors", files);
        Assert.Contains("vae", (await stranger.GetAsync("models")).Text, StringComparison.Ordinal);
        Assert.Contains("mine.safetensors", (await stranger.GetAsync("models/vae")).Text, StringComparison.Ordinal);
        Assert.Equal("cuda", (string?)(await stranger.GetAsync("system_stats")).Json["devices"]![0]!["type"]);

        await using var other = await FakeServer.StartAsync("comfyui", Quick with { Comfy = new ComfyOptions { MissingModels = ["wan_2.1_vae.safetensors"] } });
        using var second = new Stranger(other);
        var model = await second.PostAsync("prompt", Body("A boat"));
        var error = model.Json["node_errors"]!["4"]!["errors"]![0]!;
        Assert.Equal(("prompt_outputs_failed_validation", "value_not_in_list"), ((string?)model.Json["error"]!["type"], (string?)error["type"]));
        Assert.StartsWith("vae_name: 'wan_2.1_vae.safetensors' not in [", (string)error["details"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_fails_over_the_socket_and_in_history()
    {
        await using var server = await FakeServer.StartAsync("comfyui", Quick);
        using var stranger = new Stranger(server);
        using var socket = await ConnectAsync(server, "me");
        var id = (string)(await stranger.PostAsync("prompt", Body("A boat [[failed]]", "me"))).Json["prompt_id"]!;
        Assert.Equal("execution_error", (await ListenAsync(socket, id)).Events[^1]);
        var history = (await stranger.GetAsync($"history/{id}")).Json[id]!;
        Assert.Equal(("error", false), ((string?)history["status"]!["status_str"], (bool)history["status"]!["completed"]!));
        Assert.Contains("out of memory", history.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_socket_drops_and_the_work_goes_on()
    {
        await using var server = await FakeServer.StartAsync("comfyui", Quick);
        using var stranger = new Stranger(server);
        using var socket = await ConnectAsync(server, "me");
        var id = (string)(await stranger.PostAsync("prompt", Body("A boat [[socketdrop]]", "me"))).Json["prompt_id"]!;
        await Assert.ThrowsAnyAsync<WebSocketException>(() => ListenAsync(socket, id));
        var done = await Stranger.UntilAsync(() => stranger.GetAsync($"history/{id}"), json => json.AsObject().Count > 0);
        Assert.Equal("success", (string?)done.Json[id]!["status"]!["status_str"]);
    }

    [Theory]
    [InlineData("[[nodeerror]]", 400)]
    [InlineData("[[400]]", 400)]
    [InlineData("[[429]]", 429)]
    [InlineData("[[500]]", 500)]
    [InlineData("[[503]]", 503)]
    public async Task A_marker_refuses_the_submission(string marker, int status)
    {
        await using var server = await FakeServer.StartAsync("comfyui", Quick);
        using var stranger = new Stranger(server);
        var refused = await stranger.PostAsync("prompt", Body($"A boat {marker}"));
        Assert.Equal(status, refused.Status);
        Assert.Equal(marker == "[[nodeerror]]", status == 400 && refused.Json["node_errors"]!.AsObject().Count == 1);
        Assert.Empty(server.Operations.All);
    }

    [Fact]
    public async Task An_answer_and_a_prompt_get_lost()
    {
        await using var server = await FakeServer.StartAsync("comfyui", Quick);
        using var stranger = new Stranger(server);
        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.PostAsync("prompt", Body("A boat [[drop]]")));
        Assert.Single(server.Operations.All);
        var id = (string)(await stranger.PostAsync("prompt", Body("A boat [[lost]]"))).Json["prompt_id"]!;
        await Stranger.UntilAsync(() => stranger.GetAsync($"history/{id}"), _ => true);
        Assert.Empty((await stranger.GetAsync($"history/{id}")).Json.AsObject());
        Assert.DoesNotContain(id, (await stranger.GetAsync("queue")).Text, StringComparison.Ordinal);
    }

    private static string Body(string prompt, string client = "nobody", string? image = null)
    {
        var graph = JsonNode.Parse($$"""
            {"1":{"class_type":"UNETLoader","inputs":{"unet_name":"wan2.2_t2v_high_noise_14B_fp8_scaled.safetensors","weight_dtype":"default"} },
             "2":{"class_type":"CLIPLoader","inputs":{"clip_name":"umt5_xxl_fp8_e4m3fn_scaled.safetensors","type":"wan"} },
             "3":{"class_type":"CLIPTextEncode","inputs":{"text":"{{prompt}}","clip":["2",0]} },
             "4":{"class_type":"VAELoader","inputs":{"vae_name":"wan_2.1_vae.safetensors"} },
             "5":{"class_type":"EmptyHunyuanLatentVideo","inputs":{"width":640,"height":352,"length":33,"batch_size":1} },
             "6":{"class_type":"KSampler","inputs":{"seed":1,"steps":4,"cfg":1,"model":["1",0],"positive":["3",0],"negative":["3",0],"latent_image":["5",0]} },
             "7":{"class_type":"VAEDecode","inputs":{"samples":["6",0],"vae":["4",0]} },
             "8":{"class_type":"CreateVideo","inputs":{"images":["7",0],"fps":16} },
             "9":{"class_type":"SaveVideo","inputs":{"video":["8",0],"filename_prefix":"video/boat","format":"auto","codec":"auto"} } }
            """)!;
        if (image is not null)
            graph["20"] = new JsonObject { ["class_type"] = "LoadImage", ["inputs"] = new JsonObject { ["image"] = image } };
        return new JsonObject { ["prompt"] = graph, ["client_id"] = client }.ToJsonString();
    }

    private static async Task<ClientWebSocket> ConnectAsync(FakeServer server, string client)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "ws", Query = $"clientId={client}" }.Uri, TestContext.Current.CancellationToken);
        return socket;
    }

    /// <summary>The events of one prompt up to its end, and whether a picture came in between.</summary>
    private static async Task<(List<string> Events, bool Binary)> ListenAsync(ClientWebSocket socket, string id)
    {
        List<string> events = [];
        var binary = false;
        var buffer = new byte[65536];
        while (true)
        {
            var frame = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            if (frame.MessageType == WebSocketMessageType.Binary)
            {
                binary = true;
                continue;
            }
            var message = JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, frame.Count))!;
            var type = (string)message["type"]!;
            if ((string?)message["data"]!["prompt_id"] != id)
                continue;
            events.Add(type);
            if (type == "execution_error" || (type == "executing" && message["data"]!["node"] is null))
                return (events, binary);
        }
    }
}
