using FsCheck;
using FsCheck.Fluent;
using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Voices;
using Rushes.Film.Scenes;

namespace Rushes.Tests.Cutting;

public sealed class CaptionSheetTests
{
    private static readonly string[] Words = ["mưa", "đường", "nghiêng", "Sài Gòn", "a", "supercalifragilisticexpialidocious", "雨の夜に", "ในคืนฝนตก", "{\\b1}", "1.234.567đ"];

    [Fact]
    public void No_text_leaves_the_free_zone_of_any_platform_and_aspect()
    {
        var zones = new PlatformZones(new RepositoryData());
        foreach (var platform in new[] { null, "tiktok", "reels", "shorts", "youtube", "facebook" })
        {
            foreach (var size in Aspect.All.SelectMany(aspect => new[] { aspect.Frame(360), aspect.Frame(1080) }))
            {
                var zone = zones.Of(platform, size);
                Check.One(Config.QuickThrowOnFailure.WithMaxTest(20).WithQuietOnSuccess(true), Prop.ForAll(
                    Gen.NonEmptyListOf(Gen.Elements(Words)).ToArbitrary(),
                    words =>
                    {
                        var sheet = new CaptionSheet([new CaptionCue(0, 5, "Nguyễn Thị Minh Khai", string.Join(' ', words))], size, zone, FontFolder.BesideProgram, "vi");
                        var free = zone.Within(size);
                        return sheet.Blocks.All(block => free.Contains(block.Panel) && block.Lines.All(line =>
                            line.X >= block.Panel.X && line.X + line.Runs.Sum(run => run.Width) * line.Em <= block.Panel.Right
                            && line.Baseline < block.Panel.Bottom));
                    }));
            }
        }
    }

    [Fact]
    public void Every_margin_is_five_per_cent_at_least()
    {
        var box = new FreeZone(0, 1, 2, -3).Within(new FrameSize(1000, 2000));
        Assert.Equal(new PixelBox(50, 100, 900, 1800), box);
    }

    [Theory]
    [InlineData("tiktok", 0.15, 0.20)]
    [InlineData("reels", 0.11, 0.35)]
    [InlineData("shorts", 0.15, 0.20)]
    public void Captions_stay_clear_of_the_buttons_of_phones(string platform, double right, double bottom)
    {
        var size = new FrameSize(1080, 1920);
        var free = new PlatformZones(new RepositoryData()).Of(platform, size).Within(size);
        Assert.True(free.Right <= size.Width * (1 - right));
        Assert.True(free.Bottom <= size.Height * (1 - bottom));
    }

    [Fact]
    public void A_long_line_becomes_pages_of_two_lines_that_share_its_time()
    {
        const string text = "Ngày xưa, trong một con hẻm nhỏ ở Sài Gòn, có một chú mèo con sống với mẹ. Một đêm mưa lớn, nước cuốn chú đi rất xa, và chú phải tự tìm đường về nhà giữa thành phố rộng lớn.";
        var pages = Sheet(new CaptionCue(1, 13, null, text)).Pages;
        Assert.InRange(pages.Count, 2, 5);
        Assert.All(pages, page => Assert.InRange(page.Lines.Count, 1, 2));
        Assert.Equal(text, string.Join(' ', pages.Select(page => page.Text)));
        Assert.Equal(1, pages[0].Start);
        Assert.Equal(13, pages[^1].End, 3);
        for (var index = 1; index < pages.Count; index++)
            Assert.Equal(pages[index - 1].End, pages[index].Start, 6);
        Assert.All(pages, page => Assert.Contains(page.Text[^1], ".,"));
    }

    [Fact]
    public void Two_lines_are_about_equally_long()
    {
        var page = Assert.Single(Sheet(new CaptionCue(0, 4, "Minh", "Em còn nhớ buổi chiều ấy không? Nắng vàng trải khắp nơi.")).Pages);
        Assert.Equal(2, page.Lines.Count);
        Assert.InRange(page.Lines[0].Length / (double)page.Lines[1].Length, 0.7, 1.4);
    }

    [Fact]
    public void Nothing_is_shown_for_a_cue_without_text() =>
        Assert.Empty(Sheet(new CaptionCue(0, 4, "Minh", " \n\t ")).Pages);

    [Fact]
    public void A_short_cue_stays_long_enough_to_be_read_but_never_past_the_end()
    {
        var pages = Sheet(new CaptionCue(0, 0.2, null, "Ừ."), new CaptionCue(4.5, 4.7, null, "Đi thôi nào bạn ơi!")).Pages;
        Assert.True(pages[0].End >= 1);
        Assert.Equal(5, pages[1].End, 3);
    }

    private static CaptionSheet Sheet(params CaptionCue[] cues) =>
        new(cues, new FrameSize(1080, 1920), new FreeZone(5, 5, 12, 5), FontFolder.BesideProgram, "vi", cues.Length > 1 ? 5 : null);
}
