using System.Collections.Concurrent;
using Rushes.Engine.Library;
using Rushes.Engine.Writing;
using Rushes.Engine.Writing.Checking;
using Rushes.Engine.Writing.LanguageModels;
using Rushes.Film.Accounts;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing.LanguageModels;

/// <summary>A writer with scripted models behind it, on a clock of its own.</summary>
internal sealed class WritingDesk
{
    private readonly List<Seat> _seats = [];

    public SteppedTime Time { get; } = new();

    public MemoryShelf Shelf { get; init; } = new();

    public DeskRules Rules { get; init; } = new();

    public ConcurrentQueue<WritingNews> News { get; } = [];

    public bool MayFallBack { get; init; } = true;

    /// <summary>Characters that whoever films takes of a prompt.</summary>
    public int PromptLimit { get; init; } = ScriptChecks.UsualPromptLimit;

    public static ScriptChecks Checks { get; } = new(ProductData.Shelf);

    public static Brief Brief(double seconds = 32) =>
        new() { Workflow = Workflow.Text2Video, Idea = Fable.Idea, Duration = seconds, Language = "en", Template = "three-act" };

    public WritingDesk With(ScriptedModel model, int tier = 0, string provider = "gemini", string? id = null, int atOnce = 5)
    {
        var name = $"{provider}-{_seats.Count + 1}";
        var account = new Account { Id = name, Name = name, Provider = provider, Limits = new() { MaxInFlight = atOnce, SubmitIntervalMs = 0 } };
        var facts = new LanguageModel
        {
            Id = id ?? $"model-{tier}",
            Provider = provider,
            Name = new("a model"),
            InputPerMillion = 1,
            OutputPerMillion = 10,
            CheckedOn = new(2026, 11, 29),
        };
        _seats.Add(new(account, facts, tier, model));
        return this;
    }

    public Task<WritingForecast?> ForecastAsync(Brief? brief = null) =>
        Writer().ForecastAsync(new WritingOrder(brief ?? Brief(), ClipLengths.Any), TestContext.Current.CancellationToken);

    public Task<Script> WriteAsync(Brief? brief = null, ClipLengths? clips = null, int variant = 0, CancellationToken cancellation = default)
    {
        var writer = Writer();
        return RunAsync(() => writer.WriteAsync(new WritingOrder(brief ?? Brief(), clips ?? ClipLengths.Any, variant) { PromptLimit = PromptLimit }, new Listener(News), cancellation));
    }

    /// <param name="scene">Counted from 1.</param>
    public Task<Script> RewriteAsync(Script script, int scene)
    {
        var writer = Writer();
        return RunAsync(() => writer.RewriteAsync(Anew(script, scene), new Listener(News), TestContext.Current.CancellationToken));
    }

    public Task<CostShare> PriceAsync(Script script, int scene) => Writer().PriceAsync(Anew(script, scene), TestContext.Current.CancellationToken);

    private RewriteOrder Anew(Script script, int scene) => new(new WritingOrder(Brief(), ClipLengths.Any) { PromptLimit = PromptLimit }, script, scene);

    private Task<Script> RunAsync(Func<Task<Script>> write)
    {
        var calls = -1;
        return Time.RunAsync(Task.Run(write, CancellationToken.None), () =>
        {
            var now = _seats.Sum(seat => ((ScriptedModel)seat.Client).Calls.Count) + News.Count;
            return Interlocked.Exchange(ref calls, now) == now;
        });
    }

    private ModelWriter Writer()
    {
        var tools = new WriterTools(ProductData.Shelf, Checks, new BuiltInWriter(ProductData.Shelf), new WritingRoom(Rules, Time), Shelf);
        return new ModelWriter("gemini", _seats, MayFallBack, tools);
    }

    private sealed class Listener(ConcurrentQueue<WritingNews> heard) : IProgress<WritingNews>
    {
        public void Report(WritingNews value) => heard.Enqueue(value);
    }
}
