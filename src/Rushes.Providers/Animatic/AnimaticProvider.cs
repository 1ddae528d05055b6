using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Library;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Cards;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Filming;
using Rushes.Providers.Animatic.Lettering;
using Rushes.Providers.Animatic.Operations;
using Rushes.Providers.Animatic.Photos;
using Rushes.Providers.Animatic.Staging;
using Rushes.Providers.Ffmpeg;
using FontFolder = Rushes.Engine.Cutting.Captions.FontFolder;

namespace Rushes.Providers.Animatic;

/// <summary>
/// Films scenes on this machine, without any account: drawn figures in drawn places, moved by a camera, or the user's own pictures. Its operations live in
/// folders, so they outlast the process like those of a remote service.
/// </summary>
public sealed class AnimaticProvider : IVideoProvider, IDisposable
{
    /// <summary>Headlines of sales films are set in the heaviest face that there is.</summary>
    private const int HeadlineWeight = 800;

    private readonly OperationDesk _desk;
    private readonly Rasteriser _rasteriser;

    public AnimaticProvider(AnimaticSettings settings, MediaPrograms programs, IDataLibrary library, TimeProvider time, ILogger<AnimaticProvider>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _rasteriser = new Rasteriser(programs, new LayerStore(settings.Layers, settings.LayerBytes, time), time);
        var writer = new ClipWriter(programs);
        var zones = new PlatformZones(library);
        var fonts = new FontFolder(settings.Fonts);
        var art = new ArtLibrary(library);
        var captions = new CaptionArtist(new CaptionPainter(programs), zones, fonts);
        var slates = new SlateArtist(art, new LetterPainter(programs, fonts), fonts);
        var scenes = new SceneFilmer(new StageDesigner(art, zones), new StageBuilder(art, _rasteriser), captions, slates, writer);
        ILogger log = logger ?? NullLogger<AnimaticProvider>.Instance;
        var lab = new PhotoLab(programs);
        var photos = new PhotoFilmer(lab, new MoveChooser(library), captions, writer, log);
        var headlines = new FontFolder(settings.Fonts) { BoldWeight = HeadlineWeight };
        var press = new Press(lab, _rasteriser, library, headlines);
        var designer = new CardDesigner(press, new LayoutBook(library), new SchemeBook(library), zones);
        var cards = new CardFilmer(press, designer, new LetterPainter(programs, headlines), captions, writer, log);
        _desk = new OperationDesk(settings, new ClipStudio(scenes, photos, cards), time, log);
    }

    public string Name => "animatic";

    public ProviderTraits Traits { get; } = new()
    {
        CanLookUp = true,
        PollBatch = 100,
        PollSpacing = TimeSpan.FromMilliseconds(100),
        IsLocal = true,
    };

    public async Task<Submission> SubmitAsync(ShotOrder order, Account account, string correlation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        try
        {
            _desk.Sweep();
            await _desk.Folder(correlation).AcceptAsync(order, cancellation);
        }
        catch (IOException full) when (FullDisk.Is(full))
        {
            return new Submission.Halted(FullDisk.Mistake);
        }
        catch (Exception disk) when (disk is IOException or UnauthorizedAccessException)
        {
            return new Submission.Refused(new Refusal(RefusalKind.BadRequest, Sentence.Of("animatic.no-folder", disk.Message)));
        }

        _desk.TakeUp(correlation);
        return new Submission.Accepted(correlation);
    }

    public async Task<IReadOnlyDictionary<string, OperationStatus>> PollAsync(IReadOnlyList<string> operations, Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var statuses = new Dictionary<string, OperationStatus>(StringComparer.Ordinal);
        foreach (var operation in operations)
            statuses[operation] = await StatusAsync(operation, cancellation);
        return statuses;
    }

    public async Task<Delivery> DownloadAsync(string operation, string partFile, Account account, CancellationToken cancellation)
    {
        var folder = _desk.Folder(operation);
        try
        {
            await using (var clip = File.OpenRead(folder.Clip))
            await using (var part = File.Create(partFile))
                await clip.CopyToAsync(part, cancellation);
            folder.MarkDelivered();
            return new Delivery.Delivered(new FileInfo(partFile).Length, Normal: true);
        }
        catch (Exception disk) when (disk is IOException or UnauthorizedAccessException && !FullDisk.Is(disk))
        {
            return new Delivery.Broken(disk.Message);
        }
    }

    public Task<bool> CancelAsync(string operation, Account account, CancellationToken cancellation) => _desk.CancelAsync(operation);

    public Task<LookUp> LookUpAsync(string correlation, Account account, CancellationToken cancellation) =>
        Task.FromResult<LookUp>(_desk.Folder(correlation).Exists ? new LookUp.Found(correlation) : new LookUp.Absent());

    public void Dispose()
    {
        _desk.Dispose();
        _rasteriser.Dispose();
    }

    private async Task<OperationStatus> StatusAsync(string operation, CancellationToken cancellation)
    {
        if (_desk.Running(operation) is { } shoot)
            return new OperationStatus.Generating(shoot.Progress);
        if (_desk.TakeHalt(operation) is { } halt)
            return new OperationStatus.Halted(halt);
        var folder = _desk.Folder(operation);
        if (folder.HasClip)
            return new OperationStatus.Finished();
        if (await folder.RefusalAsync(cancellation) is { } refusal)
            return new OperationStatus.Refused(refusal);
        if (!folder.Exists)
            return new OperationStatus.Vanished(Sentence.Of("animatic.gone"));

        // Accepted but not filmed: the process that began it has ended.
        _desk.TakeUp(operation);
        return new OperationStatus.Generating(0);
    }
}
