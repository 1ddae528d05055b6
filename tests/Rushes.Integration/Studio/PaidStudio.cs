using System.Net.Http.Json;
using Rushes.FakeProviders;

namespace Rushes.Integration.Studio;

/// <summary>A studio with an account that is paid for its clips and one that is paid for its words, both at fake providers.</summary>
public sealed class PaidStudio : OpenStudio
{
    public FakeServer Clips { get; private set; } = null!;

    public FakeServer Words { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        Clips = await FakeServer.StartAsync("gemini-omni", new FakeOptions { Generate = TimeSpan.FromSeconds(0.2) });
        Words = await FakeServer.StartAsync("language-models", new FakeOptions { Generate = TimeSpan.Zero });
        await base.InitializeAsync();
        await AddAsync("gemini-omni", "Paid clips", Clips);
        await AddAsync("anthropic", "Paid words", Words);
    }

    public async Task AddAsync(string provider, string name, FakeServer server, string? project = null, string token = "key-0815-key")
    {
        using var added = await Browser.PostAsJsonAsync("/api/v1/accounts", new { provider, name, project_id = project, tokens = new[] { token }, base_url = server.Address.AbsoluteUri });
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
    }
}
