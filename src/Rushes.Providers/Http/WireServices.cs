using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rushes.Engine.Accounts;

namespace Rushes.Providers.Http;

/// <summary>Adds what talks to providers.</summary>
public static class WireServices
{
    public static IServiceCollection AddWire(this IServiceCollection services)
    {
        // The factory's own log lines name addresses; a provider that wants a key in one must not have it logged.
        services.AddHttpClient(Wire.ClientName, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.ParseAdd("Rushes/0.1");
            })
            .ConfigurePrimaryHttpMessageHandler(studio => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = TimeSpan.FromSeconds(20),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectCallback = studio.GetService<Reach>() is { InnerToo: false } ? OuterConnect.ConnectAsync : null,
            })
            .RemoveAllLoggers();
        services.AddSingleton<Wire>();
        services.AddSingleton<ClipFetch>();
        services.AddSingleton<TokenTurn>();
        services.AddSingleton<TokenCall>();
        return services;
    }
}
