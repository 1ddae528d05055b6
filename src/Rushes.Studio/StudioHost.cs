using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rushes.Engine.Accounts;
using Rushes.Engine.Making;
using Rushes.Studio.Api;
using Rushes.Studio.Guard;
using Rushes.Studio.Live;
using Rushes.Studio.Pages;

namespace Rushes.Studio;

/// <summary>The web studio: server-rendered pages, one event stream a tab.</summary>
public sealed class StudioHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StudioHost(WebApplication app) => _app = app;

    /// <summary>Where it listens, such as <c>http://127.0.0.1:5080</c>; known once it has started.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="addStudio">Adds what the studio works with: library, writers, voices, providers, store.</param>
    public static StudioHost Build(StudioOptions options, Action<IServiceCollection> addStudio)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(addStudio);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Address, options.Port);
        });
        var services = builder.Services;
        addStudio(services);
        services.AddSingleton(options);
        services.AddSingleton(new Reach(InnerToo: !options.IsOpenToOthers));
        services.AddSingleton<RoomReader>();
        services.AddSingleton<PartPrinter>();
        services.AddSingleton<RoomWatches>();
        services.AddSingleton<Posters>();
        services.AddSingleton<VoiceBooth>();
        services.AddSingleton<FormChoices>();
        services.AddSingleton<LibraryShelves>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<NewFilms>();
        services.AddSingleton<AskedBefore>();
        services.AddHostedService<Housekeeping>();
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery => antiforgery.HeaderName = "X-Antiforgery");
        services.AddApi();

        // Streams stay open until their readers go; a studio that is told to close does not wait for them.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        var app = builder.Build();
        app.UseStudioGuard(options);
        app.UseLanguages();
        app.UseAssets(options.Assets);
        app.UseMistakes();
        app.UseRouting();
        app.UseApiGuard();
        app.UseSignIn(options);
        app.UseAntiforgery();
        app.UseSeals();
        var site = app.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute());
        site.MapPages();
        site.MapSignIn();
        site.MapLive();
        site.MapMedia();
        app.MapApi();
        return new StudioHost(app);
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        _app.Services.GetRequiredService<Uploads>().ForgetOld();
        await _app.Services.GetRequiredService<FilmDesk>().TakeUpAsync(ShootingWishes.Default, cancellation);
        await _app.StartAsync(cancellation);
    }

    public Task WaitAsync(CancellationToken cancellation) => _app.WaitForShutdownAsync(cancellation);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
