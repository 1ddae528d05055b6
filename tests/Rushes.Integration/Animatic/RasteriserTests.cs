using Rushes.Integration.Cutting;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Integration.Animatic;

/// <summary>Sheets drawn one after another by programs that stay.</summary>
public sealed class RasteriserTests : IDisposable
{
    private readonly Media _media = new();
    private readonly Rasteriser _rasteriser;

    public RasteriserTests() => _rasteriser = new Rasteriser(_media.Programs, new LayerStore(_media["layers"], 1_000_000, TimeProvider.System), TimeProvider.System);

    [Fact]
    public async Task Sheets_of_every_size_come_out_whole_and_in_turn()
    {
        for (var index = 1; index <= 12; index++)
        {
            var (width, height) = (index % 3 == 0 ? 900 : 16 * index, index % 4 == 0 ? 1200 : 8 * index);
            Assert.Equal((width, height), await InkAsync(Square(width, height), width, height));
        }
    }

    [Fact]
    public async Task Many_at_once_do_not_mix() =>
        await Task.WhenAll(Enumerable.Range(1, 16).Select(async index => Assert.Equal((index * 10, 20), await InkAsync(Square(index * 10, 20), index * 10, 20))));

    [Fact]
    public async Task A_document_longer_than_most_is_drawn_too()
    {
        var svg = Square(40, 40).Replace("</svg>", $"<!--{new string('x', SvgPress.UsualRoom)}--></svg>", StringComparison.Ordinal);
        Assert.Equal((40, 40), await InkAsync(svg, 40, 40));
    }

    [Fact]
    public async Task A_document_that_cannot_be_drawn_is_told_and_the_next_one_is_drawn()
    {
        Assert.Equal((40, 40), await InkAsync(Square(40, 40), 40, 40));
        await Assert.ThrowsAsync<MediaException>(() => InkAsync("<svg><not closed", 40, 40));
        Assert.Equal((60, 60), await InkAsync(Square(60, 60), 60, 60));
    }

    [Fact]
    public async Task One_that_is_called_off_leaves_nothing_behind_for_the_next()
    {
        using var stop = new CancellationTokenSource();
        var drawing = _rasteriser.DrawAsync(Order(Square(4000, 4000), 4000, 4000), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drawing);
        Assert.Equal((60, 60), await InkAsync(Square(60, 60), 60, 60));
    }

    public void Dispose()
    {
        _rasteriser.Dispose();
        _media.Dispose();
    }

    private static string Square(int width, int height) =>
        FormattableString.Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><rect width=\"{width}\" height=\"{height}\" fill=\"#804020\"/></svg>");

    private static DrawOrder Order(string svg, int width, int height) => new(svg, width, height, Look.Plain, [new SheetCut(new PixelBox(0, 0, width, height))]);

    private async Task<(int Width, int Height)> InkAsync(string svg, int width, int height)
    {
        using var drawn = (await _rasteriser.DrawAsync(Order(svg, width, height), TestContext.Current.CancellationToken))[0]!;
        return (drawn.Raster.Width, drawn.Raster.Height);
    }
}
