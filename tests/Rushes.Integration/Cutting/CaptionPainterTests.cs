using System.Text;
using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Voices;
using Rushes.Film.Scenes;
using Rushes.Providers.Ffmpeg;
using FontFolder = Rushes.Engine.Cutting.Captions.FontFolder;

namespace Rushes.Integration.Cutting;

public sealed class CaptionPainterTests : IDisposable
{
    private const string Sentence = "Em còn nhớ buổi chiều ấy không? Nắng vàng trải khắp con đường nhỏ.";
    private static readonly FrameSize Size = new(540, 960);
    private static readonly FreeZone Zone = new(5, 5, 12, 5);
    private readonly Media _media = new();

    [Fact]
    public async Task Decomposed_Vietnamese_looks_like_composed_to_the_pixel()
    {
        var composed = Assert.Single(await PaintAsync(Sentence));
        var decomposed = Assert.Single(await PaintAsync(Sentence.Normalize(NormalizationForm.FormD)));
        Assert.Contains(composed.Rgba, value => value > 200);
        Assert.Equal(composed.Rgba, decomposed.Rgba);
    }

    [Fact]
    public async Task Captions_touch_nothing_outside_their_block_and_the_free_zone()
    {
        var sheet = Sheet(@"Ặ Ẫ g j q y {\pos(0,0)}\N " + Sentence);
        await File.WriteAllTextAsync(_media["captions.ass"], AssWriter.Stills(sheet), TestContext.Current.CancellationToken);
        await _media.FfmpegAsync(
            "-f", "lavfi", "-i", $"color=c=green:s={Size}:r=1:d={sheet.Pages.Count}",
            "-vf", $"format=rgb24,ass=filename={FilterText.Path(_media["captions.ass"])}:fontsdir={FilterText.Path(FontFolder.BesideProgram.Path)}",
            "-f", "rawvideo", "-pix_fmt", "rgb24", _media["frames.rgb"]);
        var frames = await File.ReadAllBytesAsync(_media["frames.rgb"], TestContext.Current.CancellationToken);
        var ground = frames[..3];
        for (var page = 0; page < sheet.Pages.Count; page++)
        {
            var box = sheet.Bounds(page);
            Assert.True(Zone.Within(Size).Contains(box));
            for (var pixel = 0; pixel < Size.Width * Size.Height; pixel++)
            {
                var (x, y) = (pixel % Size.Width, pixel / Size.Width);
                if (x < box.X || y < box.Y || x >= box.Right || y >= box.Bottom)
                    Assert.True(frames.AsSpan((page * Size.Width * Size.Height + pixel) * 3, 3).SequenceEqual(ground), $"page {page}: {x},{y}");
            }
        }
    }

    [Fact]
    public async Task Libass_takes_the_faces_that_were_meant_and_no_other()
    {
        await File.WriteAllTextAsync(_media["captions.ass"], AssWriter.Stills(Sheet(Sentence)), TestContext.Current.CancellationToken);
        var said = await _media.FfmpegAsync(
            "-f", "lavfi", "-i", $"color=s={Size}:r=1:d=1",
            "-vf", $"ass=filename={FilterText.Path(_media["captions.ass"])}:fontsdir={FilterText.Path(FontFolder.BesideProgram.Path)}", "-f", "null", "-");
        var selected = said.Split('\n').Where(line => line.Contains("fontselect", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(selected);
        Assert.All(selected, line => Assert.Contains("-> BeVietnamPro-", line, StringComparison.Ordinal));
        Assert.Contains(selected, line => line.Contains("-> BeVietnamPro-Medium", StringComparison.Ordinal));
        Assert.Contains(selected, line => line.Contains("-> BeVietnamPro-Bold", StringComparison.Ordinal));
    }

    public void Dispose() => _media.Dispose();

    private static CaptionSheet Sheet(string text) => new([new CaptionCue(0.5, 4, "Minh", text)], Size, Zone, FontFolder.BesideProgram, "vi");

    private Task<IReadOnlyList<CaptionPicture>> PaintAsync(string text) =>
        new CaptionPainter(_media.Programs).PaintAsync(Sheet(text), TestContext.Current.CancellationToken);
}
