using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Rushes.Cli.Commands;
using Rushes.Cli.Options;
using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing;
using Rushes.Engine.Writing.Pictures;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Products;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;
using Rushes.Film.Takes;

namespace Rushes.Cli.Agents;

/// <summary>What an agent may call: plan, estimate, confirm, start, watch, fetch.</summary>
internal sealed class AgentTools
{
    private const int LongestWatch = 60;
    private const int LinesShown = 20;
    private readonly CommandSession _session;
    private readonly AgentPlans _plans;
    private readonly FilmDesk _desk;

    private AgentTools(CommandSession session)
    {
        (_session, _desk) = (session, session.Get<FilmDesk>());
        _plans = new AgentPlans(session.Get<FilmPlanner>(), _desk);
    }

    public static IEnumerable<McpServerTool> Of(CommandSession session)
    {
        var tools = new AgentTools(session);
        yield return Tool(tools.PlanAsync, "plan", readOnly: true);
        yield return Tool(tools.EstimateAsync, "estimate", readOnly: true);
        yield return Tool(tools.ConfirmAsync, "confirm", readOnly: false);
        yield return Tool(tools.StartAsync, "start", readOnly: false);
        yield return Tool(tools.WatchAsync, "watch", readOnly: true);
        yield return Tool(tools.FetchAsync, "fetch", readOnly: true);
    }

    private static McpServerTool Tool(Delegate work, string name, bool readOnly) => McpServerTool.Create(
        work, new() { Name = name, Description = Sentence.Of("agents." + name), ReadOnly = readOnly, Idempotent = true, Destructive = false });

    private Task<CallToolResult> PlanAsync(
        [Description("What the film tells, in any language.")] string? idea = null,
        [Description("Absolute paths of pictures on this machine; each becomes a scene.")] string[]? images = null,
        [Description("What happens in each picture, in their order.")] string[]? prompts = null,
        [Description("Absolute path of a product file (JSON).")] string? product_file = null,
        [Description("Seconds, 3 to 3600; 32 when left out.")] double? duration = null,
        [Description("9:16, 16:9, 1:1, 4:5 or 21:9.")] string? aspect = null,
        [Description("vi, en, ja, ko, zh, fr, de, es, ru, th or id; that of the idea when left out.")] string? language = null,
        [Description("A style's id.")] string? style = null,
        [Description("A template's id.")] string? template = null,
        [Description("tiktok, reels, shorts, youtube or facebook.")] string? platform = null,
        [Description("preview or full.")] string? quality = null,
        [Description("Who films, such as animatic (free, built in).")] string? provider = null,
        [Description("A model's id.")] string? model = null,
        [Description("Ids or unique names of accounts.")] string[]? accounts = null,
        [Description("Who writes the script: builtin (free, when left out), or a language account, which may cost a little.")] string? writer = null,
        [Description("How everybody speaks: calm, conversational, educational, enthusiastic, professional or storytelling.")] string? manner = null,
        [Description("True: each scene starts from the last frame of the one before, where the model takes one.")] bool chain = false,
        [Description("The same seed gives the same film.")] long? seed = null,
        CancellationToken cancellation = default) => AnswerAsync(async () =>
    {
        var usual = await BriefAsync(idea, images, prompts, product_file, duration, cancellation);
        var brief = usual with
        {
            Duration = duration ?? usual.Duration,
            Aspect = aspect is null ? usual.Aspect : Aspect.Parse(aspect),
            Language = language ?? usual.Language,
            Style = style ?? usual.Style,
            Template = template,
            Platform = platform ?? usual.Platform,
            Quality = quality switch
            {
                null => usual.Quality,
                "preview" => Quality.Preview,
                "full" => Quality.Full,
                _ => throw Mistake.Input("cli.choice", "quality", "quality", "preview, full", quality).AsException(),
            },
            Provider = provider,
            Model = model,
            Accounts = accounts ?? [],
            Manner = manner is null ? null : new Manner { Style = manner },
            Chain = chain,

            // Planning costs nothing unless the agent was told to have a model write.
            Writer = writer ?? BuiltInWriter.Builtin,
            Seed = seed ?? usual.Seed,
        };
        var plan = await _plans.PlanAsync(brief, cancellation);
        return new
        {
            Plan = plan.Id,
            plan.Plan.Script.Title,
            plan.Plan.Script.Duration,
            Scenes = plan.Plan.Script.Scenes.Select((scene, index) => new { Scene = index + 1, scene.Duration, scene.CameraShot, scene.Prompt }),
            Size = plan.Plan.Size.ToString(),
            plan.Plan.Providers,
            plan.Plan.Warnings,
        };
    });

    private Task<CallToolResult> EstimateAsync([Description("From plan.")] string plan) => AnswerAsync(() =>
    {
        var found = _plans.Find(plan);
        var cost = found.Cost;
        return Task.FromResult<object>(new
        {
            Plan = found.Id,
            cost.Takes,
            found.Plan.Providers,
            found.Brief.Accounts,
            Cost = FilmCommand.CostOf(cost),
            SpentOnWriting = found.Plan.Cost.Writing.Amount,
            NeedsConfirmation = found.NeedsConsent,
        });
    });

    private Task<CallToolResult> ConfirmAsync(
        [Description("From plan.")] string plan, [Description("What the user agreed to spend at most, in the currency of the estimate.")] decimal max_cost,
        [Description("True when the user agreed although estimate names models whose price is unknown.")] bool accept_unknown = false) => AnswerAsync(() =>
    {
        var found = _plans.Confirm(plan, max_cost, accept_unknown);
        return Task.FromResult<object>(new { Plan = found.Id, found.AgreedTo, Note = found.Cost.IsFree ? Sentence.Of("agents.free") : null });
    });

    private Task<CallToolResult> StartAsync([Description("From plan.")] string plan) => AnswerAsync(() => Task.FromResult<object>(new { Work = _plans.Start(plan).Id }));

    private Task<CallToolResult> WatchAsync(
        [Description("From start.")] string work, [Description("Seconds to wait for a change, 0 to 60.")] int wait_seconds = 10, CancellationToken cancellation = default) => AnswerAsync(async () =>
    {
        var film = _desk.Find(work) ?? throw Mistake.Input("api.no-work", "work", work).AsException();
        await ChangeAsync(film, TimeSpan.FromSeconds(Math.Clamp(wait_seconds, 0, LongestWatch)), cancellation);
        var takes = film.Project is { } project ? await _session.Get<IStudioStore>().TakesOfProjectAsync(project.Folder, cancellation) : [];
        return new
        {
            Work = film.Id,
            Project = film.Project?.Name,
            film.Stage,
            film.Progress,
            Over = film.IsOver,
            Takes = takes.Select(take => new { take.Scene, take.Take, take.State, Account = take.AccountName }),
            Lines = film.Lines.TakeLast(LinesShown).Select(line => line.Sentence),
            Error = film.Mistake is { } mistake ? Sentence.Of(mistake) : null,
            Film = film.Report?.Film,
            Cost = film.Report?.Cost.Actual,
        };
    });

    private Task<CallToolResult> FetchAsync([Description("Name of the project, from watch.")] string project, CancellationToken cancellation = default) => AnswerAsync(async () =>
    {
        var found = _session.Get<IProjectFolders>().OpenNamed(project);
        var script = _session.Get<IProjectFolders>().ReadScript(found);
        var takes = await _session.Get<IStudioStore>().TakesOfProjectAsync(found.Folder, cancellation);
        string? File(string name) => Path.Combine(found.Folder, name) is var path && System.IO.File.Exists(path) ? path : null;
        return new
        {
            Project = found.Name,
            found.Folder,
            Film = File("film.mp4"),
            Script = File("script.json"),
            Subtitles = File("subtitles.srt"),
            Thumbnail = File("thumbnail.png"),
            Clips = takes.Where(take => take is { State: TakeState.Ready, Clip: not null, Scene: not FiledTake.NoScene }).Select(take => new { take.Scene, take.Take, Clip = take.Clip!.Path }),
            Posts = script.Social.Select(post => new { post.Platform, post.Title, post.Caption, post.Hashtags }),
        };
    });

    private static async Task ChangeAsync(FilmInHand film, TimeSpan atMost, CancellationToken cancellation)
    {
        if (film.IsOver || atMost <= TimeSpan.Zero)
            return;
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var hearing = film.Changed.Listen(() => changed.TrySetResult());
        await Task.WhenAny(film.Over, changed.Task, Task.Delay(atMost, cancellation));
    }

    private async Task<Brief> BriefAsync(string? idea, string[]? images, string[]? prompts, string? productFile, double? duration, CancellationToken cancellation)
    {
        var check = _session.Get<IPictureCheck>();
        switch (idea, images, productFile)
        {
            case ({ Length: > 0 }, null or [], null):
                return new Brief { Workflow = Workflow.Text2Video, Idea = idea };
            case (_, { Length: > 0 }, null):
                List<string> files = [.. images.Select(image => Reading.ExistingFile(image, "images"))];
                foreach (var file in files)
                    await check.CheckAsync(file, cancellation);
                List<PicturePrompt> texts = [.. (prompts ?? []).Select((prompt, index) => new PicturePrompt("prompts", index + 1, prompt))];
                var pictures = PicturePairing.Pair(files, texts, null, byName: false);
                return new Brief
                {
                    Workflow = Workflow.Image2Video,
                    Idea = idea ?? Path.GetFileNameWithoutExtension(files[0]),
                    Pictures = pictures,
                    Duration = duration ?? PicturePairing.LengthOf(pictures),
                };
            case (_, null or [], { Length: > 0 }):
                var path = Reading.ExistingFile(productFile, "product_file");
                var page = ProductFile.Read(await File.ReadAllTextAsync(path, cancellation), path);
                foreach (var image in page.Product.Images)
                    await check.CheckAsync(image, cancellation);
                return new Brief { Workflow = Workflow.SalesVideo, Idea = page.Product.Name, Product = page.Product, Language = page.Language, Platform = page.Platform };
            default:
                throw Mistake.Input("agents.what", "idea").AsException();
        }
    }

    /// <summary>A user's mistake is an answer that the agent can read, not a failure of the line.</summary>
    private static async Task<CallToolResult> AnswerAsync(Func<Task<object>> work)
    {
        try
        {
            return Said(JsonSerializer.Serialize(await work(), CommandSession.JsonForm), wrong: false);
        }
        catch (MistakeException mistake)
        {
            var error = new { mistake.Mistake.Code, mistake.Mistake.Field, Message = Sentence.Of(mistake.Mistake) };
            return Said(JsonSerializer.Serialize(new { error }, CommandSession.JsonForm), wrong: true);
        }
    }

    private static CallToolResult Said(string text, bool wrong) => new() { Content = [new TextContentBlock { Text = text }], IsError = wrong };
}
