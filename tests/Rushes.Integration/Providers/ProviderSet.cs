using Microsoft.Extensions.DependencyInjection;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Calls;
using Rushes.Film.Accounts;
using Rushes.Providers.Ffmpeg;
using Rushes.Providers.Http;
using Rushes.Tests.Cutting;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Integration.Providers;

/// <summary>One provider before the fake server of its wire, with accounts, keys and a folder for clips.</summary>
public sealed class ProviderSet : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rushes-provider-");
    private readonly MemoryKeys _keys;
    private readonly string? _project;

    private ProviderSet(FakeServer server, ServiceProvider services, MemoryKeys keys, string? project)
    {
        (Server, _services, _keys, _project) = (server, services, keys, project);
        Provider = services.GetRequiredService<IVideoProvider>();
        Check = services.GetRequiredService<IAccountCheck>();
    }

    public FakeServer Server { get; }

    public IVideoProvider Provider { get; }

    public IAccountCheck Check { get; }

    public IReadOnlyList<Call> CdnCalls => [.. Server.Calls.All.Where(call => call.Door == Door.Cdn)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="add">Registers the provider and its account check.</param>
    /// <param name="project">What accounts name as their project, unless a test names another.</param>
    public static async Task<ProviderSet> OpenAsync(string fake, Action<IServiceCollection> add, FakeOptions? options = null, string? project = null)
    {
        var keys = new MemoryKeys();
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IDataLibrary, RepositoryData>();
        services.AddSingleton<DataShelf>();
        services.AddSingleton<ModelBook>();
        services.AddSingleton<IKeyRing>(keys);
        services.AddWire();
        add(services);
        return new(await FakeServer.StartAsync(fake, options ?? new FakeOptions { Generate = TimeSpan.Zero }, Stop), services.BuildServiceProvider(), keys, project);
    }

    /// <summary>An account of the provider at the fake server.</summary>
    public async Task<Account> AccountAsync(string id, Credentials credentials, string? project = null, string? name = null)
    {
        await _keys.KeepAsync(id, credentials, Stop);
        return new()
        {
            Id = id,
            Name = name ?? id.ToUpperInvariant(),
            Provider = Provider.Name,
            ProjectId = project ?? _project,
            BaseUrl = Server.Address.AbsoluteUri,
        };
    }

    public static ShotOrder Order(string prompt = "A paper boat sails down a rainy street", int scene = 1) => Samples.Order(scene) with { Prompt = prompt };

    public Task<Submission> SubmitAsync(ShotOrder order, Account account) =>
        Provider.SubmitAsync(order, account, Guid.NewGuid().ToString(), Stop);

    public async Task<string> AcceptedAsync(ShotOrder order, Account account) =>
        Assert.IsType<Submission.Accepted>(await SubmitAsync(order, account)).Operation;

    public async Task<OperationStatus> PollAsync(string operation, Account account) =>
        (await Provider.PollAsync([operation], account, Stop)).GetValueOrDefault(operation)
        ?? new OperationStatus.Unreadable("The answer did not mention it.");

    /// <summary>Asks until something is decided, as a lane does.</summary>
    public async Task<OperationStatus> EndAsync(string operation, Account account)
    {
        for (var poll = 0; ; poll++)
        {
            var status = await PollAsync(operation, account);
            if (status is not (OperationStatus.Generating or OperationStatus.Unreadable))
                return status;
            Assert.True(poll < 600, $"still {status} after {poll} polls");
            await Task.Delay(50, Stop);
        }
    }

    public string PartOf(string operation) => Path.Combine(_folder.FullName, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
        System.Text.Encoding.UTF8.GetBytes(operation)))[..12] + ".mp4.part");

    public Task<Delivery> DownloadAsync(string operation, Account account) => Provider.DownloadAsync(operation, PartOf(operation), account, Stop);

    /// <summary>What ffprobe and the walk over its boxes say of a clip that was brought home.</summary>
    public Task<ClipVerdict> LookAsync(string operation) =>
        new ClipCheck(new MediaPrograms(new ProcessSpawner(), new ProgramFinder(Environment.GetEnvironmentVariable))).CheckAsync(PartOf(operation), Stop);

    /// <summary>From the submission to a whole clip on disk.</summary>
    public async Task<string> FilmAsync(ShotOrder order, Account account)
    {
        var operation = await AcceptedAsync(order, account);
        Assert.IsType<OperationStatus.Finished>(await EndAsync(operation, account));
        var delivered = Assert.IsType<Delivery.Delivered>(await DownloadAsync(operation, account));
        Assert.Equal(new FileInfo(PartOf(operation)).Length, delivered.Bytes);
        Assert.IsType<ClipVerdict.Good>(await LookAsync(operation));
        return operation;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
