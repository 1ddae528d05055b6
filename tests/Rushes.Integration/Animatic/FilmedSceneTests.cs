using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Shooting;
using Rushes.Engine.Voices;
using Rushes.Film.Scenes;
using Rushes.Integration.Cutting;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Lettering;
using Rushes.Providers.Animatic.Staging;
using Rushes.Providers.Ffmpeg;
using Rushes.Tests.Cutting;
using FontFolder = Rushes.Engine.Cutting.Captions.FontFolder;

namespace Rushes.Integration.Animatic;

/// <summary>Pictures of scenes as they go to the encoder.</summary>
public sealed class FilmedSceneTests : IDisposable
{
    private readonly Media _media = new();
    private readonly Rasteriser _rasteriser;
    private readonly ArtLibrary _art = new(new RepositoryData());
    private readonly PlatformZones _zones = new(new RepositoryData());

    public FilmedSceneTests() => _rasteriser = new Rasteriser(_media.Programs, new LayerStore(_media["layers"], 100_000_000, TimeProvider.System), TimeProvider.System);

    [Fact]
    public async Task A_mouth_moves_while_its_owner_speaks_and_nothing_else_does()
    {
        var order = Orders.Scene("Lan nói", "Close-up, static", seconds: 3) with { Slate = false };
        var spoken = order with { Lines = [new SpokenLine("Lan", "Xin chào", 1, 2, Voice(loud: true))] };
        var silent = order with { Lines = [new SpokenLine("Lan", "Xin chào", 1, 2, Voice(loud: false))] };
        using var one = await BuildAsync(spoken);
        using var other = await BuildAsync(silent);
        var actor = Assert.Single(Design(spoken).Actors);
        var face = Design(spoken).Camera.At(0, 1, Rushes.Providers.Animatic.Cameras.Plane.Actors, withWorld: false).Place(actor.FaceBox!.Value.Left, actor.FaceBox.Value.Top, 1);
        var moved = 0;
        for (var frame = 0; frame < order.Frames; frame++)
        {
            var apart = Apart(Picture(one, frame, order.Size), Picture(other, frame, order.Size));
            if (frame is < 30 or >= 60)
                Assert.Empty(apart);
            Assert.All(apart, at => Assert.True(at.X > face.X - 8 && at.Y > face.Y - 8 && at.X < face.X + actor.FaceBox.Value.Width * face.ScaleX + 8 && at.Y < face.Y + actor.FaceBox.Value.Height * face.ScaleY + 8));
            moved += apart.Count > 20 ? 1 : 0;
        }

        Assert.InRange(moved, 10, 30);
    }

    [Fact]
    public async Task A_caption_is_there_in_its_time_inside_its_block()
    {
        CaptionCue Cue(double start) => new(start, start + 0.6, "Lan", "Mẹ ơi, con về rồi!");
        var order = Orders.Scene("Lan đứng", "Medium, static", seconds: 3) with { Slate = false };
        var (early, late) = (order with { Captions = [Cue(0.3)] }, order with { Captions = [Cue(2.2)] });
        using var one = await BuildAsync(early);
        using var other = await BuildAsync(late);
        var sheet = new CaptionSheet(early.Captions, order.Size, _zones.Of(null, order.Size), FontFolder.BesideProgram, "vi", 3);
        var block = sheet.Bounds(0);
        Assert.Empty(Apart(Picture(one, 3, order.Size), Picture(other, 3, order.Size)));
        var shown = Apart(Picture(one, 20, order.Size), Picture(other, 20, order.Size));
        Assert.True(shown.Count > block.Width * block.Height * 0.8);
        Assert.All(shown, at => Assert.True(at.X >= block.X && at.Y >= block.Y && at.X < block.Right && at.Y < block.Bottom));
    }

    [Fact]
    public async Task Layers_from_the_store_film_the_same_pictures()
    {
        var order = Orders.Scene("Lan cầm ô đứng trong mưa đêm", "Wide, pan right", seconds: 1);
        using var drawn = await BuildAsync(order);
        using var kept = await BuildAsync(order);
        Assert.Equal(Picture(drawn, 11, order.Size).Bytes, Picture(kept, 11, order.Size).Bytes);
        Assert.NotEmpty(Apart(Picture(drawn, 0, order.Size), Picture(drawn, 29, order.Size)));
    }

    [Theory]
    [InlineData("16:9")]
    [InlineData("9:16")]
    [InlineData("1:1")]
    [InlineData("4:5")]
    [InlineData("21:9")]
    public async Task Every_aspect_is_filled_to_its_edges_however_the_camera_moves(string aspect)
    {
        foreach (var camera in new[] { "Wide, pan left", "Medium, tilt up", "Tracking", "Aerial" })
        {
            var order = Orders.Scene("Lan đi bộ ban ngày ở công viên", camera, seconds: 4) with { Size = Aspect.Parse(aspect).Frame(120), Slate = false };
            using var stage = await BuildAsync(order);
            foreach (var frame in new[] { 0, 60, 119 })
            {
                // Nothing in a park at noon is as black as a place where no layer is.
                var picture = Picture(stage, frame, order.Size);
                Assert.All(Edges(picture), luma => Assert.True(luma > 20, $"{camera} {aspect} frame {frame}"));
            }
        }
    }

    [Fact]
    public async Task A_rainy_street_in_full_size_stays_small_in_memory()
    {
        var order = Orders.Scene("Lan và chú chó đứng trong mưa ở con phố ban đêm", "Medium, zoom in", seconds: 8) with { Size = new FrameSize(1080, 1920) };
        using var stage = await BuildAsync(order);
        var bytes = stage.At(30).ToArray().Sum(drawn => drawn.Raster.Memory.Length);
        Assert.InRange(bytes, 10_000_000, 110_000_000);
    }

    public void Dispose()
    {
        _rasteriser.Dispose();
        _media.Dispose();
    }

    private StagePlan Design(ShotOrder order) => new StageDesigner(_art, _zones).Design(order);

    private async Task<Stage> BuildAsync(ShotOrder order)
    {
        var captions = await new CaptionArtist(new CaptionPainter(_media.Programs), _zones, FontFolder.BesideProgram).DrawAsync(order, TestContext.Current.CancellationToken);
        return await new StageBuilder(_art, _rasteriser).BuildAsync(Design(order), order.Rate, order.Frames, captions, TestContext.Current.CancellationToken);
    }

    private static PictureFrame Picture(Stage stage, int frame, FrameSize size)
    {
        using var compositor = new Compositor(size);
        var picture = new PictureFrame(size);
        compositor.Compose(stage.At(frame), picture);
        return picture;
    }

    private static List<(int X, int Y)> Apart(PictureFrame one, PictureFrame other)
    {
        var apart = new List<(int X, int Y)>();
        for (var at = 0; at < one.Luma.Length; at++)
        {
            if (one.Luma[at] != other.Luma[at])
                apart.Add((at % one.Size.Width, at / one.Size.Width));
        }

        return apart;
    }

    private static IEnumerable<byte> Edges(PictureFrame picture)
    {
        var (width, height) = (picture.Size.Width, picture.Size.Height);
        for (var x = 0; x < width; x++)
        {
            yield return picture.Luma[x];
            yield return picture.Luma[(height - 1) * width + x];
        }

        for (var y = 0; y < height; y++)
        {
            yield return picture.Luma[y * width];
            yield return picture.Luma[(y + 1) * width - 1];
        }
    }

    private string Voice(bool loud)
    {
        var wav = _media[loud ? "loud.wav" : "silent.wav"];
        PcmWave.Write(wav, [.. Enumerable.Range(0, PcmWave.SampleRate).Select(at => (short)(loud && at / 4800 % 2 == 0 ? 9000 * Math.Sin(at * 0.05) : 0))]);
        return wav;
    }
}
