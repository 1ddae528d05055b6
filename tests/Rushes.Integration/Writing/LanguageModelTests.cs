using Microsoft.Extensions.DependencyInjection;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Writing;
using Rushes.Engine.Writing.Checking;
using Rushes.Engine.Writing.LanguageModels;
using Rushes.FakeProviders;
using Rushes.Film.Accounts;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Providers.Http;
using Rushes.Providers.LanguageModels;
using Rushes.Storage.Files;

namespace Rushes.Integration.Writing;

/// <summary>Scripts over real connections, from a server that speaks the three wires and misbehaves as it is told; its own log counts the calls.</summary>
public sealed class LanguageModelTests : IDisposable
{
    private static readonly DeskRules Rules = new()
    {
        ThrottledRests = [TimeSpan.FromMilliseconds(5)],
        FailedRests = [TimeSpan.FromMilliseconds(5)],
        LongestSilence = TimeSpan.FromSeconds(20),
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("rushes-writing").FullName;

    private static string[] Wires => ["gemini", "openai-compatible", "anthropic"];

    private static string[] Faults =>
    [
        "fences", "cut", "wrongtypes", "toofew", "toomanyscenes", "wronglanguage", "greeting", "prose", "submit-empty", "streamdrop", "slowstream:0.01", "429:0", "503", "drop",
    ];

    public static TheoryData<string, string, bool> Misbehaviours => new(
        from wire in Wires from fault in Faults from always in new[] { false, true } select (wire, fault, always));

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task Each_misbehaviour_ends_in_a_valid_script_after_a_bounded_number_of_calls(string wire, string fault, bool always)
    {
        await using var server = await FakeServer.StartAsync(
            "language-models", new FakeOptions { Generate = TimeSpan.FromMilliseconds(2) }, TestContext.Current.CancellationToken);
        var marker = always ? $"[[{fault}*always]]" : $"[[{fault}]]";

        var script = await WriteAsync(server, wire, $"A red fox looks for its lost cub in a burning forest {marker}");

        Assert.Equal(32, script.Duration, 6);
        Assert.All(script.Scenes, scene => Assert.False(string.IsNullOrWhiteSpace(scene.Prompt)));
        Assert.InRange(server.Calls.All.Count(call => call.Method == "POST"), 1, Rules.MostCalls(script.Scenes.Count));
        if (!always)
            Assert.Contains(wire, script.WrittenBy!.Writer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gemini")]
    [InlineData("openai-compatible")]
    [InlineData("anthropic")]
    public async Task A_refusal_is_not_asked_again_and_the_builtin_writer_says_that_it_wrote(string wire)
    {
        await using var server = await FakeServer.StartAsync(
            "language-models", new FakeOptions { Generate = TimeSpan.FromMilliseconds(2) }, TestContext.Current.CancellationToken);
        var script = await WriteAsync(server, wire, "A red fox looks for its lost cub [[refusal]]");
        Assert.Equal("builtin", script.WrittenBy!.Writer);
        Assert.Single(script.WrittenBy.Remarks);
        Assert.Equal(1, server.Calls.All.Count(call => call.Method == "POST"));
    }

    [Fact]
    public async Task The_same_film_is_not_paid_for_twice_by_the_next_process()
    {
        await using var server = await FakeServer.StartAsync(
            "language-models", new FakeOptions { Generate = TimeSpan.FromMilliseconds(2) }, TestContext.Current.CancellationToken);
        await WriteAsync(server, "gemini", "A red fox looks for its lost cub");
        var calls = server.Calls.All.Count(call => call.Method == "POST");
        var again = await WriteAsync(server, "gemini", "A red fox looks for its lost cub");
        Assert.True(again.WrittenBy!.KeptAnswers > 0);
        Assert.Equal(calls, server.Calls.All.Count(call => call.Method == "POST"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<Script> WriteAsync(FakeServer server, string provider, string idea)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IKeyRing, OneKey>()
            .AddWire()
            .AddLanguageModels()
            .BuildServiceProvider();
        var address = provider == "openai-compatible" ? new Uri(server.Address, "v1").AbsoluteUri : server.Address.AbsoluteUri;
        var account = new Account { Id = "a", Name = "A", Provider = provider, BaseUrl = address, Limits = new() { MaxInFlight = 5, SubmitIntervalMs = 0 } };
        var shelf = new DataShelf(new FolderDataLibrary(Path.Combine(AppContext.BaseDirectory, "data"), null));
        var model = new LanguageModelBook(shelf).Ranked(provider, new(2026, 11, 29))[0];
        var source = services.GetServices<IChatSource>().Single(one => one.Provider == provider);
        var tools = new WriterTools(shelf, new ScriptChecks(shelf), new BuiltInWriter(shelf), new WritingRoom(Rules, TimeProvider.System), new AnswerFolder(_folder));
        var writer = new ModelWriter(provider, [new Seat(account, model, 0, source.Open(account, model))], mayFallBack: true, tools);
        var brief = new Brief { Workflow = Workflow.Text2Video, Idea = idea, Language = "en", Template = "three-act" };
        return await writer.WriteAsync(new(brief, ClipLengths.Any), null, TestContext.Current.CancellationToken);
    }

    private sealed class OneKey : IKeyRing
    {
        public ValueTask<Credentials> OfAsync(string account, CancellationToken cancellation) => ValueTask.FromResult(new Credentials(["secret-key"]));

        public Task KeepAsync(string account, Credentials credentials, CancellationToken cancellation) => Task.CompletedTask;

        public Task ForgetAsync(string account, CancellationToken cancellation) => Task.CompletedTask;
    }
}
