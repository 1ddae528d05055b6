using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Rushes.Cli;
using Rushes.Integration.EndToEnd;
using Rushes.Storage.Files;
using Rushes.Studio;

namespace Rushes.Integration.Studio;

/// <summary>A studio with an empty home on a port of its own, and a browser's cookies.</summary>
public sealed partial class OpenStudio : IAsyncLifetime
{
    private StudioHost _host = null!;
    private ServiceProvider _clients = null!;

    public TestHome Home { get; } = new();

    public HttpClient Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var home = HomeFolder.Open(Home.Home, _ => null);
        _host = StudioHost.Build(
            new StudioOptions(0, IPAddress.Loopback, Path.Combine(AppContext.BaseDirectory, "studio"), home.Cache, home.Data), services => StudioServices.Add(services, home));
        await _host.StartAsync(CancellationToken.None);
        var services = new ServiceCollection();
        services.AddHttpClient("browser", client => client.BaseAddress = _host.Address)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true });
        _clients = services.BuildServiceProvider();
        Browser = _clients.GetRequiredService<IHttpClientFactory>().CreateClient("browser");
    }

    public async ValueTask DisposeAsync()
    {
        await _clients.DisposeAsync();
        await _host.DisposeAsync();
        Home.Dispose();
    }

    public async Task<string> ReadAsync(string path, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await Browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form as a page of the studio does: with the seal that the page carries.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string to, HttpContent form)
    {
        var seal = Seal().Match(await ReadAsync(page)).Groups["seal"].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = form };
        request.Headers.Add("X-Antiforgery", seal);
        return await Browser.SendAsync(request);
    }

    [GeneratedRegex(@"name=""seal"" content=""(?<seal>[^""]+)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Seal();
}
