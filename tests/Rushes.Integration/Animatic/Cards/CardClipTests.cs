using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Shooting;
using Rushes.Film.Accounts;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Integration.Animatic.Photos;
using Rushes.Integration.Cutting;
using Rushes.Providers.Animatic;
using Rushes.Providers.Animatic.Cards;
using Rushes.Providers.Animatic.Photos;
using Rushes.Tests.Cutting;

namespace Rushes.Integration.Animatic.Cards;

public sealed class CardClipTests : IDisposable
{
    private static readonly Account Machine = new() { Id = "this-machine", Name = "This machine", Provider = "animatic" };
    private static readonly FrameSize Size = new(360, 640);
    private readonly Media _media = new();
    private readonly PhotoFiles _files;

    public CardClipTests() => _files = new PhotoFiles(_media);

    [Theory]
    [InlineData("Hook")]
    [InlineData("Problem")]
    [InlineData("Agitation")]
    [InlineData("Solution")]
    [InlineData("Desire")]
    [InlineData("Proof")]
    [InlineData("Action")]
    public async Task Every_beat_becomes_a_clip_in_motion(string beat)
    {
        var card = await CardAsync(beat) with { Headline = "Rẻ {\\b1} <b>& \"đẹp\"</b> 'thật' \\N %{pts} 😀" };
        var clip = await FilmAsync(card);
        var first = await FrameAsync(clip, 3);
        var last = await FrameAsync(clip, 44);
        var moved = first.Zip(last, (left, right) => Math.Abs(left - right)).Count(apart => apart > 24);
        Assert.True(moved > first.Length / 40, $"{moved} pixels of {first.Length} moved");
    }

    [Fact]
    public async Task The_code_on_the_screen_is_the_code_of_the_link()
    {
        var card = await CardAsync("Action") with { Link = "https://shop.vn/c" };
        var frame = await FrameAsync(await FilmAsync(card), 44);
        var data = new RepositoryData();
        var press = new Press(null!, null!, data, new FontFolder(FontFolder.BesideProgram.Path) { BoldWeight = 800 });
        var photos = card.Images.Select(image => new CardPhoto(PhotoReader.Read(image), null)).ToList();
        var plan = new CardDesigner(press, new LayoutBook(data), new SchemeBook(data), new PlatformZones(data)).Design(Order(card), card, photos, null, Size.Height);
        var piece = Assert.Single(plan.Pieces.OfType<CodePiece>());
        byte At(int column, int row) =>
            frame[(int)(piece.Rest.Top + (row + 0.5) * piece.Module) * Size.Width + (int)(piece.Rest.Left + (column + 0.5) * piece.Module)];

        // Two modules of the quiet zone are rounded at the corners.
        var (darkest, lightest) = ((byte)0, byte.MaxValue);
        for (var row = 2; row < piece.Code.Side - 2; row++)
        {
            for (var column = 2; column < piece.Code.Side - 2; column++)
            {
                if (piece.Code[column, row])
                    darkest = Math.Max(darkest, At(column, row));
                else
                    lightest = Math.Min(lightest, At(column, row));
            }
        }

        // The least light and the least dark module in a whole frame, as relative luminance.
        double Light(byte luma) => Math.Pow(Math.Clamp((luma - 16) / 219.0, 0, 1), 2.2);
        Assert.True((Light(lightest) + 0.05) / (Light(darkest) + 0.05) >= 4, $"{lightest} on {darkest}");
    }

    [Fact]
    public async Task A_product_without_photos_or_with_a_lost_one_is_said_in_one_sentence()
    {
        using var provider = Provider();
        var card = await CardAsync("Hook");
        foreach (var (images, named) in new[] { (Array.Empty<string>(), card.ProductName), ([_media["lost.jpg"]], "lost.jpg") })
        {
            var operation = $"0199-{images.Length}";
            await provider.SubmitAsync(Order(card with { Images = images }), Machine, operation, Stop);
            var refused = Assert.IsType<OperationStatus.Refused>(await EndAsync(provider, operation));
            Assert.Equal(RefusalKind.BadRequest, refused.Reason.Kind);
            Assert.Contains(named, refused.Reason.Words, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _media.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ShotOrder Order(SalesCard card) =>
        Orders.Scene("Bán hàng", seconds: 1.5) with { Workflow = Workflow.SalesVideo, Card = card, Cast = [], Size = Size };

    private async Task<SalesCard> CardAsync(string beat)
    {
        var photo = await _files.QuartersAsync("front.jpg", 400, 500);
        await _media.FfmpegAsync("-f", "lavfi", "-i", "color=navy:s=100x200", "-frames:v", "1", "-vf", "format=rgba,pad=300:300:100:50:black@0", _media["side.png"]);
        return new SalesCard(beat, [photo, _media["side.png"]], "Bình giữ nhiệt", "Nóng lạnh cả ngày", "249.000đ", "Giảm 30%", "Mua ngay", "https://shop.vn/binh", Person: photo);
    }

    private AnimaticProvider Provider() => new(
        new AnimaticSettings { Operations = _media["operations"], Layers = _media["layers"], Fonts = FontFolder.BesideProgram.Path },
        _media.Programs,
        new RepositoryData(),
        TimeProvider.System);

    private async Task<string> FilmAsync(SalesCard card)
    {
        using var provider = Provider();
        await provider.SubmitAsync(Order(card), Machine, "0199-card", Stop);
        Assert.IsType<OperationStatus.Finished>(await EndAsync(provider, "0199-card"));
        await provider.DownloadAsync("0199-card", _media["card.mp4"], Machine, Stop);
        return _media["card.mp4"];
    }

    private static async Task<OperationStatus> EndAsync(AnimaticProvider provider, string operation)
    {
        OperationStatus status;
        while ((status = (await provider.PollAsync([operation], Machine, Stop))[operation]) is OperationStatus.Generating)
            await Task.Delay(40, Stop);
        return status;
    }

    /// <summary>The luma of one frame; the clip has exactly 45.</summary>
    private async Task<byte[]> FrameAsync(string clip, int frame)
    {
        await _media.FfmpegAsync("-i", clip, "-f", "rawvideo", "-pix_fmt", "gray", _media["luma"]);
        var all = await File.ReadAllBytesAsync(_media["luma"], Stop);
        Assert.Equal(45 * Size.Width * Size.Height, all.Length);
        return all[(frame * Size.Width * Size.Height)..((frame + 1) * Size.Width * Size.Height)];
    }
}
