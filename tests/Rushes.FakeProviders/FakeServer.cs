using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Clips;
using Rushes.FakeProviders.Control;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Media;
using Rushes.FakeProviders.Operations;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders;

/// <summary>
/// A real HTTP server on loopback that speaks one provider's wire, and a second port that plays its download host.
/// Everything it films, says and answers is a simulation; the wire is not.
/// </summary>
public sealed class FakeServer : IAsyncDisposable
{
    private readonly Backstage backstage;
    private readonly WebApplication api;
    private readonly WebApplication cdn;
    private readonly Wire wire;

    private FakeServer(string name, Backstage backstage)
    {
        Name = name;
        this.backstage = backstage;
        wire = WireNames.Create(name, backstage);
        api = Build(backstage.Options.Port, Door.Api);
        cdn = Build(backstage.Options.CdnPort, Door.Cdn);
        ControlRoutes.Map(api, this);
        wire.Map(api);
        wire.MapCdn(cdn);
        api.MapFallback(context => wire.Say(new Refusal(RefusalKind.NotFound)).ExecuteAsync(context));
    }

    /// <summary>The providers there are fakes of.</summary>
    public static IReadOnlyList<string> Names => WireNames.All;

    /// <summary>Which provider this is.</summary>
    public string Name { get; }

    /// <summary>The provider's interface, ending in a slash.</summary>
    public Uri Address => backstage.Address;

    /// <summary>The download host, ending in a slash.</summary>
    public Uri CdnAddress => backstage.CdnAddress;

    /// <summary>What it was started with.</summary>
    public FakeOptions Options => backstage.Options;

    /// <summary>Every request on both ports.</summary>
    public CallLog Calls { get; } = new();

    /// <summary>What goes wrong.</summary>
    public FaultBook Faults => backstage.Faults;

    /// <summary>All work accepted.</summary>
    public OperationBook Operations => backstage.Operations;

    /// <summary>Files that clients brought.</summary>
    public UploadShelf Uploads => backstage.Uploads;

    /// <summary>The clips it serves.</summary>
    public ClipShelf Clips => backstage.Clips;

    /// <summary>Names of the accounts that are listed or were seen.</summary>
    public IReadOnlyList<string> Accounts => backstage.Accounts.Names;

    /// <summary>Starts the fake called <paramref name="name"/>, one of <see cref="Names"/>.</summary>
    /// <exception cref="ArgumentException">No fake is called so.</exception>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<FakeServer> StartAsync(string name, FakeOptions? options = null, CancellationToken cancellation = default)
    {
        var server = new FakeServer(name, new Backstage(options ?? new FakeOptions()));
        try
        {
            await server.cdn.StartAsync(cancellation);
            server.backstage.CdnAddress = new Uri(server.cdn.Urls.Single().TrimEnd('/') + "/");
            await server.api.StartAsync(cancellation);
            server.backstage.Address = new Uri(server.api.Urls.Single().TrimEnd('/') + "/");
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The load of one account.</summary>
    public Traffic TrafficOf(string account)
    {
        var (submits, mostPerMinute) = backstage.Accounts.SubmitsOf(account);
        var calls = Calls.All.Where(call => call.Account == account).ToArray();
        return new Traffic(submits, Operations.All.Count(operation => operation.Account == account),
            MostAtOnce(calls), Operations.MostRunningOf(account), mostPerMinute);
    }

    /// <summary>Makes <paramref name="token"/> a credential of <paramref name="account"/> from now on.</summary>
    public void Admit(string token, FakeAccount account) => backstage.Accounts.Admit(token, account);

    /// <summary>Makes <paramref name="token"/> invalid from now on (when accounts are listed).</summary>
    public void Revoke(string token) => backstage.Accounts.Revoke(token);

    /// <summary>
    /// The key file of a new service account (or of the listed account called so) whose <c>token_uri</c> is this server; its
    /// assertions are checked against the key. Only <c>vertex-veo</c> has such accounts.
    /// </summary>
    /// <exception cref="InvalidOperationException">The wire knows no service accounts.</exception>
    public string CreateServiceAccount(string name, string project) => wire is VertexVeo.VertexWire vertex
        ? vertex.CreateServiceAccount(name, project) : throw new InvalidOperationException($"{Name} knows no service accounts.");

    /// <summary>Forgets calls, faults, operations and uploads.</summary>
    public void Reset()
    {
        Calls.Clear();
        backstage.Faults.Clear();
        backstage.Operations.Clear();
        backstage.Uploads.Clear();
        backstage.Accounts.Clear();
        wire.Reset();
    }

    /// <summary>Stops listening; requests in flight are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        await cdn.DisposeAsync();
    }

    private WebApplication Build(int port, Door door)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 1L << 30;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        // A test that ends must not wait for a websocket or a slow answer.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(50));
        var application = builder.Build();
        CallRecorder.Record(application, door, Calls, backstage.Options.Time);
        application.UseWebSockets();
        application.UseRouting();
        return application;
    }

    private static int MostAtOnce(IEnumerable<Call> calls)
    {
        int most = 0, now = 0;
        foreach (var (_, change) in calls
            .SelectMany(call => new[] { (call.Arrived, +1), (call.Answered ?? DateTimeOffset.MaxValue, -1) })
            .OrderBy(step => step.Item1).ThenBy(step => step.Item2))
            most = Math.Max(most, now += change);
        return most;
    }
}
