using Microsoft.Extensions.DependencyInjection;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.FakeProviders;
using Rushes.Film.Accounts;
using Rushes.Providers.Ffmpeg;
using Rushes.Providers.GoogleFlow;
using Rushes.Providers.Http;
using Rushes.Storage.Files;
using Rushes.Storage.Takes;

namespace Rushes.Bench.Lanes;

/// <summary>
/// A server that speaks Flow's wire on loopback, with its accounts, and the adapter that films there: submission 0.2 s, status 0.05 s. Real requests, real
/// clips, brought to a real disk and looked at as the program does.
/// </summary>
internal sealed class FlowSet : IAsyncDisposable
{
    private readonly FakeServer _server;
    private readonly ServiceProvider _services;
    private readonly int _slots;
    private readonly int _paceMs;

    private FlowSet(FakeServer server, int accounts, int slots, int paceMs)
    {
        (_server, _slots, _paceMs) = (server, slots, paceMs);
        Accounts = [.. NamesOf(accounts).Select(name => new Account
        {
            Id = name,
            Name = name,
            Provider = "google-flow",
            ProjectId = name,
            BaseUrl = server.Address.AbsoluteUri,
            Limits = new() { MaxInFlight = slots, SubmitIntervalMs = paceMs },
        })];
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IDataLibrary>(new FolderDataLibrary(Path.Combine(Studio.Root, "data"), null));
        services.AddSingleton<DataShelf>().AddSingleton<ModelBook>().AddSingleton<AccountKinds>();
        services.AddSingleton<IKeyRing, IdsAsTokens>();
        services.AddWire();
        services.AddSingleton<GoogleFlowProvider>();
        _services = services.BuildServiceProvider();
    }

    public static TimeSpan Submission { get; } = TimeSpan.FromSeconds(0.2);

    public IReadOnlyList<Account> Accounts { get; }

    public GoogleFlowProvider Provider => _services.GetRequiredService<GoogleFlowProvider>();

    /// <param name="slots">Generations at once, at the server and known to the account; null: as many as there are scenes, unlimited at the server.</param>
    public static async Task<FlowSet> OpenAsync(int accounts, int? slots, int paceMs, TimeSpan generation)
    {
        var options = new FakeOptions
        {
            Generate = generation,
            SubmitLatency = Submission,
            StatusLatency = TimeSpan.FromSeconds(0.05),
            Slots = slots,
            ClipLooks = 1,
            Accounts = [.. NamesOf(accounts).Select(name => new FakeAccount { Name = name, Tokens = [name], Project = name })],
        };
        return new(await FakeServer.StartAsync("google-flow", options), accounts, slots ?? 20, paceMs);
    }

    /// <summary>Films with the engine on a home of its own.</summary>
    /// <returns>Seconds from the first submission to the last clip, as the books have it.</returns>
    public async Task<double> FilmAsync(int scenes)
    {
        var check = new ClipCheck(new MediaPrograms(new ProcessSpawner(), new ProgramFinder(Environment.GetEnvironmentVariable)));
        await using var ground = new Ground(Provider, new TakesFolder(), check, _services.GetRequiredService<AccountKinds>());
        foreach (var account in Accounts)
            await ground.AddAsync(account.Id, _slots, _paceMs, account.BaseUrl);
        return await ground.FilmAsync(scenes);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static IEnumerable<string> NamesOf(int accounts) => Enumerable.Range(0, accounts).Select(nth => $"a{nth}");

    /// <summary>Every account's token is its id.</summary>
    private sealed class IdsAsTokens : IKeyRing
    {
        public ValueTask<Credentials> OfAsync(string account, CancellationToken cancellation) => new(new Credentials([account], null));

        public Task KeepAsync(string account, Credentials credentials, CancellationToken cancellation) => throw new NotSupportedException();

        public Task ForgetAsync(string account, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
