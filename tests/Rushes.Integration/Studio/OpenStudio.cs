using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Rushes.Cli;
using Rushes.Integration.EndToEnd;
using Rushes.Storage.Files;
using Rushes.Studio;

namespace Rushes.Integration.Studio;

/// <summary>A studio with an empty home on a port of its own, and a browser's cookies.</summary>
public partial class OpenStudio : IAsyncLifetime
{
    private StudioHost _host = null!;
    private ServiceProvider _clients = null!;

    public TestHome Home { get; } = new();

    public HttpClient Browser { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        await OpenAsync();
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(browser => browser.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }));
        services.AddHttpClient();
        _clients = services.BuildServiceProvider();
        Browser = NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        await _clients.DisposeAsync();
        await _host.DisposeAsync();
        Home.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A client without the cookies of the others.</summary>
    public HttpClient NewClient()
    {
        // Clients of one name share their handler, and with it their cookies.
        var client = _clients.GetRequiredService<IHttpClientFactory>().CreateClient(Guid.NewGuid().ToString("N"));
        client.BaseAddress = new UriBuilder(_host.Address) { Host = "127.0.0.1" }.Uri;
        return client;
    }

    /// <summary>Closes the studio as Ctrl-C does and opens the next one of the same home.</summary>
    public async Task ReopenAsync()
    {
        await _host.DisposeAsync();
        await OpenAsync();
        Browser = NewClient();
    }

    /// <summary>What is special about the studio.</summary>
    private protected virtual StudioOptions Options(StudioOptions usual) => usual;

    /// <summary>Adds what is special about the studio's parts.</summary>
    private protected virtual void Dress(IServiceCollection services)
    {
    }

    private async Task OpenAsync()
    {
        var home = HomeFolder.Open(Home.Home, _ => null);
        _host = StudioHost.Build(
            Options(new(0, IPAddress.Loopback, Path.Combine(AppContext.BaseDirectory, "studio"), home.Cache, home.Data)), services =>
            {
                StudioServices.Add(services, home);
                Dress(services);
            });
        await _host.StartAsync(CancellationToken.None);
    }

    public async Task<string> ReadAsync(string path, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await Browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>What shows that a form came from a page of the studio.</summary>
    public static string SealOf(string page) => Seal().Match(page).Groups["seal"].Value;

    /// <summary>Sends a form as a page of the studio does: with the seal that the page carries.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string to, HttpContent form)
    {
        var seal = SealOf(await ReadAsync(page));
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = form };
        request.Headers.Add("X-Antiforgery", seal);
        return await Browser.SendAsync(request);
    }

    [GeneratedRegex(@"name=""seal"" content=""(?<seal>[^""]+)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Seal();
}
