using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Shooting;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;
using Rushes.Providers.Animatic.Cards;
using Rushes.Providers.Animatic.Photos;
using Rushes.Tests.Cutting;

namespace Rushes.Tests.Animatic.Cards;

/// <summary>Products to sell, and the desk on which their cards are laid out.</summary>
internal static class Products
{
    public static readonly string[] Beats = ["Hook", "Problem", "Agitation", "Solution", "Desire", "Proof", "Action"];

    public static FontFolder Fonts { get; } = new(FontFolder.BesideProgram.Path) { BoldWeight = 800 };

    public static CardDesigner Designer { get; } = new(
        new Press(null!, null!, new RepositoryData(), Fonts), new LayoutBook(new RepositoryData()), new SchemeBook(new RepositoryData()), new PlatformZones(new RepositoryData()));

    public static SalesCard Whole(string beat) => new(
        beat,
        ["/a.jpg", "/b.jpg", "/c.jpg"],
        "Serum Vitamin C Rạng Rỡ 30ml",
        "Sáng da từ giọt đầu tiên",
        "249.000đ",
        "Giảm 30%",
        "Mua ngay hôm nay",
        "https://shop.vn/serum-c",
        Person: "/host.jpg");

    /// <summary>Everything much longer than a designer would like it.</summary>
    public static SalesCard Long(string beat) => Whole(beat) with
    {
        ProductName = "Tai nghe chụp tai không dây chống ồn chủ động X9 Pro phiên bản giới hạn 2026 đen",
        Headline = "Những khoảnh khắc nghiêng ngả bỗng trở nên thật yên tĩnh và đáng nhớ biết bao nhiêu",
        Price = "1.299.000đ – 2.499.000đ/bộ 3 chiếc",
        Offer = "Mua 2 tặng 1 🎁 đến hết chủ nhật này",
        CallToAction = "Nhắn tin ngay để được tư vấn và giữ quà",
    };

    /// <summary>Nothing but a name and a photo.</summary>
    public static SalesCard Bare(string beat) => new(beat, ["/a.jpg"], "Chổi đót");

    public static CardPlan Plan(SalesCard card, Aspect aspect, string? platform = null, bool cutOut = false, double captionsFrom = 1, int side = 1080, double proportion = 0.8)
    {
        var size = aspect.Frame(side);
        return Designer.Design(Order(card, size, aspect, platform), card, [.. card.Images.Select((_, index) => Photo(index == 0 && cutOut, index == 0 ? proportion : 1.4))], card.Person is null ? null : Photo(false, 1), size.Height * captionsFrom);
    }

    public static CardPhoto Photo(bool cutOut, double proportion) => new(
        new PhotoFile("/a.jpg", PhotoKind.Jpeg, (int)(1000 * proportion), 1000, PhotoTurn.None, MayShowThrough: cutOut, Animated: false),
        cutOut ? new PhotoPart(0.3, 0.1, 0.4, 0.8) : null);

    public static ShotOrder Order(SalesCard card, FrameSize size, Aspect aspect, string? platform = null, double seconds = 4) => new()
    {
        Project = "/project",
        Scene = 1,
        SceneCount = 7,
        Take = 1,
        Workflow = Workflow.SalesVideo,
        Prompt = "",
        Frames = FrameRate.Film.Frames(seconds),
        Size = size,
        Aspect = aspect,
        Seed = 7,
        Language = "vi",
        Style = "cinematic",
        Shot = new Scene { Prompt = "", Duration = seconds },
        Platform = platform,
        Card = card,
    };
}
