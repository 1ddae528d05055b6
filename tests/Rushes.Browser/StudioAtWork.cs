using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Faults;
using Rushes.Integration.EndToEnd;

namespace Rushes.Browser;

/// <summary>The real program as a studio in a process of its own, on a port that it keeps, with accounts at a fake provider.</summary>
public class StudioAtWork : IAsyncLifetime
{
    private readonly TestHome _home = new();
    private ServiceProvider _clients = null!;
    private RushesProcess _studio = null!;

    public FakeServer Provider { get; private set; } = null!;

    public HttpClient Api { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>Id of the studio's process.</summary>
    public int Process => _studio.Id;

    /// <summary>How long a second of filming takes.</summary>
    private protected virtual TimeSpan Second => TimeSpan.FromSeconds(1);

    public async ValueTask InitializeAsync()
    {
        Provider = await FakeServer.StartAsync("google-flow", new FakeOptions
        {
            ClipLooks = 1,
            Flow = new() { Credits = 100_000 },
            Accounts =
            [
                new FakeAccount { Name = "flow-a", Project = "a", Tokens = ["ya29.a"], Generate = 1.2 * Second },
                new FakeAccount { Name = "flow-b", Project = "b", Tokens = ["ya29.b"], Generate = 1.2 * Second },
                new FakeAccount { Name = "flow-c", Project = "c", Tokens = ["ya29.c"], Generate = 0.5 * Second },
            ],
        });
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _clients = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        Api = _clients.GetRequiredService<IHttpClientFactory>().CreateClient();
        Api.BaseAddress = Address;
        await StartAsync();
        foreach (var account in Provider.Options.Accounts)
        {
            using var added = await Api.PostAsJsonAsync("api/v1/accounts", new
            {
                provider = "google-flow",
                name = account.Name,
                project_id = account.Project,
                tokens = account.Tokens,
                base_url = Provider.Address.AbsoluteUri,
                limits = new { max_in_flight = 3, submit_interval_ms = 100 },
            });
            Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        }
    }

    /// <summary>Films a script of so many scenes of a second each.</summary>
    /// <returns>Name of the project.</returns>
    public async Task<string> FilmAsync(int scenes)
    {
        using var begun = await Api.PostAsJsonAsync("api/v1/films/text2video", new
        {
            script = new
            {
                title = "Thirty",
                language = "en",
                scenes = Enumerable.Range(1, scenes).Select(number => new { prompt = $"Scene {number}: a street at night.", duration = 1 }),
            },
            idea = "Thirty",
            provider = "google-flow",
            quality = "preview",
            captions = "none",
            sound = "clip",
        });
        Assert.True(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync());
        var work = (string)(await begun.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        string? project = null;
        await Waiting.ForAsync(async () => (project = (string?)(await Api.GetFromJsonAsync<JsonObject>("api/v1/works/" + work))!["project"]) is not null);
        return project!;
    }

    public Task KillAsync() => _studio.KillAsync();

    public async Task StartAsync()
    {
        _studio = _home.Start("studio", "--port", Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Waiting.ForAsync(async () =>
        {
            try
            {
                using var answer = await Api.GetAsync("api/v1/works");
                return answer.StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    public async ValueTask DisposeAsync()
    {
        _studio.InterruptGently();
        await _studio.EndAsync();
        _studio.Dispose();
        await _clients.DisposeAsync();
        await Provider.DisposeAsync();
        _home.Dispose();
        GC.SuppressFinalize(this);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
