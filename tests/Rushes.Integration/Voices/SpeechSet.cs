using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Voices;
using Rushes.Engine.Voices.Services;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Calls;
using Rushes.Film.Accounts;
using Rushes.Integration.Providers;
using Rushes.Providers.Ffmpeg;
using Rushes.Providers.Http;
using Rushes.Providers.Speech;
using Rushes.Tests.Cutting;

namespace Rushes.Integration.Voices;

/// <summary>One service before the fake server of its wire, with accounts, keys and folders for lines.</summary>
public sealed class SpeechSet : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rushes-speech-");
    private readonly MemoryKeys _keys = new();
    private readonly List<Account> _accounts = [];
    private readonly string _engine;
    private readonly string _path;
    private ServiceProvider _services;

    private SpeechSet(FakeServer server, string engine, string path)
    {
        (Server, _engine, _path) = (server, engine, path);
        _services = Open();
    }

    public FakeServer Server { get; }

    public ISpeechEngine Engine => _services.GetServices<ISpeechEngine>().Single(engine => engine.Name == _engine);

    public IReadOnlyList<IAccountCheck> Checks => [.. _services.GetServices<IAccountCheck>()];

    /// <summary>Questions for a line.</summary>
    public IReadOnlyList<Call> Asked => [.. Server.Calls.All.Where(call => call.Method == "POST")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="path">What an account's address has after the server's.</param>
    public static async Task<SpeechSet> OpenAsync(string engine, string path, FakeOptions? options = null) =>
        new(await FakeServer.StartAsync("speech", options ?? new FakeOptions { Generate = TimeSpan.Zero }, Stop), engine, path);

    public async Task<Account> AccountAsync(string id, params IReadOnlyList<string> keys)
    {
        var account = new Account
        {
            Id = id,
            Name = id.ToUpperInvariant(),
            Provider = _engine,
            BaseUrl = new Uri(Server.Address, _path).AbsoluteUri,
            Limits = new() { MaxInFlight = 4, SubmitIntervalMs = 0 },
        };
        await RenewAsync(account, keys);
        _accounts.RemoveAll(known => known.Id == id);
        _accounts.Add(account);
        return account;
    }

    public Task RenewAsync(Account account, params IReadOnlyList<string> keys) => _keys.KeepAsync(account.Id, new(keys), Stop);

    /// <summary>The next process of the same home.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = Open();
    }

    public SpeechOrder Order(string voice, string text = "Xin chào các bạn.", string language = "vi", SpeakingManner? manner = null, double rate = 1) => new(
        text, language, Engine.Find(voice, language)!, manner ?? SpeakingManner.Natural, rate, Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.wav"));

    public Task<Utterance> SpeakAsync(SpeechOrder order) => Engine.SpeakAsync(order, Stop);

    /// <summary>Has a line spoken and looks at its sound.</summary>
    public async Task<Utterance.Spoken> SpokenAsync(SpeechOrder order)
    {
        var said = await SpeakAsync(order);
        var spoken = Assert.IsType<Utterance.Spoken>(said);
        Assert.Equal(spoken.Seconds, PcmWave.SecondsOf(order.Wav)!.Value, 0.01);
        Assert.Contains(PcmWave.Read(order.Wav), sample => Math.Abs((int)sample) > 1000);
        return spoken;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private ServiceProvider Open()
    {
        var book = Substitute.For<IAccountBook>();
        book.AccountsAsync(Arg.Any<CancellationToken>())
            .Returns(_ => Task.FromResult<IReadOnlyList<AccountSheet>>([.. _accounts.Select(account => new AccountSheet(account, account.Id, [], null))]));
        return new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IDataLibrary, RepositoryData>()
            .AddSingleton<DataShelf>()
            .AddSingleton<AccountKinds>()
            .AddSingleton(book)
            .AddSingleton<IKeyRing>(_keys)
            .AddSingleton<ProcessSpawner>()
            .AddSingleton(new ProgramFinder(Environment.GetEnvironmentVariable))
            .AddSingleton<MediaPrograms>()
            .AddWire()
            .AddSpeech(Path.Combine(_folder.FullName, "voices"), Path.Combine(_folder.FullName, "lines"))
            .AddSingleton(new SpeechRules
            {
                Patience = TimeSpan.FromSeconds(5),
                ThrottledRests = [TimeSpan.FromMilliseconds(20)],
                FailedRests = [TimeSpan.FromMilliseconds(10)],
            })
            .BuildServiceProvider();
    }
}
