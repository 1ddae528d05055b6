using System.Globalization;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Runs;
using Rushes.Film.Accounts;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.StuntDouble;

/// <summary>A provider whose operations are files in a folder: one is there from the moment that money would have been spent.</summary>
internal sealed class GroundProvider(string folder, bool canLookUp, TimeProvider time) : IVideoProvider, IClipCheck, IEnlarger
{
    private static readonly byte[] Clip = [.. Enumerable.Range(0, 40_000).Select(i => (byte)(i * 31))];

    public string Name => "ground";

    public ProviderTraits Traits { get; } = new() { CanLookUp = canLookUp, PollBatch = 50, PollSpacing = TimeSpan.FromMilliseconds(20) };

    public static ShootPlan PlanOf(string project, int scenes) => new()
    {
        Project = project,
        Orders = [.. Enumerable.Range(1, scenes).Select(scene => OrderOf(project, scene, scenes))],
        Cast = new(["ground"], [], []),
    };

    public string Method => "none";

    public async Task<Submission> SubmitAsync(ShotOrder order, Account account, string correlation, CancellationToken cancellation)
    {
        await Task.Delay(15, cancellation);
        await File.WriteAllTextAsync(FileOf(correlation), order.Scene.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
        await Task.Delay(40, cancellation);
        return new Submission.Accepted(correlation);
    }

    public Task<IReadOnlyDictionary<string, OperationStatus>> PollAsync(IReadOnlyList<string> operations, Account account, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, OperationStatus>>(operations.ToDictionary(operation => operation, StatusOf, StringComparer.Ordinal));

    public async Task<Delivery> DownloadAsync(string operation, string partFile, Account account, CancellationToken cancellation)
    {
        await using var part = File.Create(partFile);
        await part.WriteAsync(Clip.AsMemory(0, Clip.Length / 2), cancellation);
        await part.FlushAsync(cancellation);
        await Task.Delay(25, cancellation);
        await part.WriteAsync(Clip.AsMemory(Clip.Length / 2), cancellation);
        return new Delivery.Delivered(Clip.Length);
    }

    public Task<bool> CancelAsync(string operation, Account account, CancellationToken cancellation) => Task.FromResult(false);

    public Task<LookUp> LookUpAsync(string correlation, Account account, CancellationToken cancellation) =>
        Task.FromResult<LookUp>(File.Exists(FileOf(correlation)) ? new LookUp.Found(correlation) : new LookUp.Absent());

    public Task<Enlargement> EnlargeAsync(string clip, string part, int shortSide, CancellationToken cancellation) =>
        Task.FromResult<Enlargement>(new Enlargement.NotNeeded());

    public async Task<ClipVerdict> CheckAsync(string file, CancellationToken cancellation)
    {
        var arrived = await File.ReadAllBytesAsync(file, cancellation);
        return arrived.SequenceEqual(Clip) ? new ClipVerdict.Good() : new ClipVerdict.Broken("Not the whole clip.");
    }

    private static ShotOrder OrderOf(string project, int scene, int scenes) => new()
    {
        Project = project,
        Scene = scene,
        SceneCount = scenes,
        Take = 0,
        Workflow = Film.Briefs.Workflow.Text2Video,
        Prompt = "A stunt",
        Frames = 30,
        Size = new(360, 640),
        Aspect = Aspect.Vertical,
        Seed = scene,
        Language = "en",
        Style = "cinematic",
        Shot = new Scene { Prompt = "A stunt", Duration = 1 },
    };

    private OperationStatus StatusOf(string operation) => time.GetUtcNow().UtcDateTime - File.GetCreationTimeUtc(FileOf(operation)) > TimeSpan.FromMilliseconds(200)
        ? new OperationStatus.Finished()
        : new OperationStatus.Generating();

    private string FileOf(string operation) => Path.Combine(folder, operation);
}
