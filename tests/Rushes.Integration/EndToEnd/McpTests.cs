using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Rushes.Integration.EndToEnd;

/// <summary>An agent drives the real program over standard input and output.</summary>
public sealed class McpTests : IDisposable
{
    private readonly TestHome _home = new();

    [Fact]
    public async Task An_agent_plans_starts_watches_and_fetches_a_film_that_costs_nothing()
    {
        await using var agent = await OpenAsync();
        var tools = await agent.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["confirm", "estimate", "fetch", "plan", "start", "watch"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));

        var plan = await CallAsync(agent, "plan", new() { ["idea"] = "A small boat on a wide sea", ["duration"] = 3, ["quality"] = "preview" });
        var id = (string)plan["plan"]!;
        var estimate = await CallAsync(agent, "estimate", new() { ["plan"] = id });
        Assert.True((bool)estimate["cost"]!["free"]!);
        Assert.False((bool)estimate["needs_confirmation"]!);
        Assert.Empty(TestHome.Inventory(_home.Projects));

        var work = (string)(await CallAsync(agent, "start", new() { ["plan"] = id }))["work"]!;
        Assert.Equal(work, (string?)(await CallAsync(agent, "start", new() { ["plan"] = id }))["work"]);
        JsonNode watched;
        do
            watched = await CallAsync(agent, "watch", new() { ["work"] = work, ["wait_seconds"] = 5 });
        while (!(bool)watched["over"]!);
        Assert.Equal("done", (string?)watched["stage"]);
        var files = await CallAsync(agent, "fetch", new() { ["project"] = (string)watched["project"]! });
        Assert.True(File.Exists((string)files["film"]!));
        Assert.All(files["clips"]!.AsArray(), clip => Assert.True(File.Exists((string)clip!["clip"]!)));
    }

    [Fact]
    public async Task Nothing_that_costs_money_starts_before_it_was_confirmed()
    {
        (await _home.RunAsync("accounts", "add", "--provider", "fal", "--name", "Paid", "--key", "key-0815-key", "--base-url", "http://127.0.0.1:1")).Expect(0);
        await using var agent = await OpenAsync();
        var plan = await CallAsync(agent, "plan", new() { ["idea"] = "A small boat on a wide sea", ["duration"] = 8 });
        var id = (string)plan["plan"]!;
        var estimate = await CallAsync(agent, "estimate", new() { ["plan"] = id });
        Assert.True((bool)estimate["needs_confirmation"]!);
        Assert.Equal("agents.not-confirmed", await RefusedAsync(agent, "start", new() { ["plan"] = id }));

        // Less than it costs is no consent.
        var cost = (decimal)estimate["cost"]!["estimated"]!;
        Assert.Equal("models.too-dear", await RefusedAsync(agent, "confirm", new() { ["plan"] = id, ["max_cost"] = cost / 2 }));
        Assert.Equal("agents.not-confirmed", await RefusedAsync(agent, "start", new() { ["plan"] = id }));
        Assert.Empty(TestHome.Inventory(_home.Projects));

        await CallAsync(agent, "confirm", new() { ["plan"] = id, ["max_cost"] = cost });
        Assert.NotNull((string?)(await CallAsync(agent, "start", new() { ["plan"] = id }))["work"]);
    }

    [Fact]
    public async Task Voices_that_cost_money_are_asked_about_too()
    {
        (await _home.RunAsync("accounts", "add", "--provider", "elevenlabs", "--name", "Paid voices", "--key", "key-0815-key", "--base-url", "http://127.0.0.1:1")).Expect(0);
        await using var agent = await OpenAsync();
        var id = (string)(await CallAsync(agent, "plan", new() { ["idea"] = "A small boat on a wide sea", ["duration"] = 8 }))["plan"]!;
        var estimate = await CallAsync(agent, "estimate", new() { ["plan"] = id });
        var cost = estimate["cost"]!;
        Assert.Equal((false, true), ((bool)cost["free"]!, (bool)estimate["needs_confirmation"]!));

        // A plan's price is nobody's business but the user's and ElevenLabs'.
        Assert.Equal((null, null, 0m), ((decimal?)cost["voices"], (decimal?)cost["estimated"], (decimal?)cost["clips"]));
        Assert.StartsWith("elevenlabs:", (string?)Assert.Single(cost["unknown"]!.AsArray()), StringComparison.Ordinal);
        Assert.Equal("agents.not-confirmed", await RefusedAsync(agent, "start", new() { ["plan"] = id }));
        Assert.Equal("agents.unknown-price", await RefusedAsync(agent, "confirm", new() { ["plan"] = id, ["max_cost"] = 5 }));
        Assert.Equal("agents.not-confirmed", await RefusedAsync(agent, "start", new() { ["plan"] = id }));
        Assert.Empty(TestHome.Inventory(_home.Projects));
        Assert.Equal(5, (decimal)(await CallAsync(agent, "confirm", new() { ["plan"] = id, ["max_cost"] = 5, ["accept_unknown"] = true }))["agreed_to"]!);
    }

    public void Dispose() => _home.Dispose();

    private async Task<McpClient> OpenAsync() => await McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "rushes.dll"), "--home", _home.Home, "mcp"],
            EnvironmentVariables = _home.Environment,
            WorkingDirectory = _home.Root,
        }),
        cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<JsonNode> CallAsync(McpClient agent, string tool, Dictionary<string, object?> with)
    {
        var (text, wrong) = await SayAsync(agent, tool, with);
        Assert.False(wrong, text);
        return JsonNode.Parse(text)!;
    }

    private static async Task<string> RefusedAsync(McpClient agent, string tool, Dictionary<string, object?> with)
    {
        var (text, wrong) = await SayAsync(agent, tool, with);
        Assert.True(wrong, text);
        return (string)JsonNode.Parse(text)!["error"]!["code"]!;
    }

    private static async Task<(string Text, bool Wrong)> SayAsync(McpClient agent, string tool, Dictionary<string, object?> with)
    {
        var answer = await agent.CallToolAsync(tool, with, cancellationToken: TestContext.Current.CancellationToken);
        return (Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text, answer.IsError == true);
    }
}
