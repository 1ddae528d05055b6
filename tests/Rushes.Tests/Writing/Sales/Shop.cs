using Rushes.Engine.Writing;
using Rushes.Film.Briefs;
using Rushes.Film.Products;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing.Sales;

/// <summary>Products to sell and a writer to sell them.</summary>
internal static class Shop
{
    public static readonly Product FishSauce = new()
    {
        Name = "Nước mắm nhỉ Phú Quốc 584",
        Description = "Ủ chượp trong thùng gỗ theo lối xưa. Màu cánh gián, hậu vị ngọt.",
        SellingPoints = ["Cá cơm than tươi, ủ 12 tháng trong thùng gỗ", "Độ đạm 40, đậm mà không gắt", "Không phẩm màu", "Đổi trả trong 7 ngày"],
        Price = "129.000đ",
        Offer = "Mua 2 tặng 1 chén chấm gốm",
        CallToAction = "Đặt ngay hôm nay nhé",
        Link = "https://vi-du.vn/nuoc-mam",
        Images = ["/a/1.jpg"],
    };

    public static readonly Product Serum = new()
    {
        Name = "LumiSkin Vitamin C Serum",
        Description = "A light daily serum.",
        SellingPoints = ["15% vitamin C", "Absorbs in seconds, no sticky film", "Fragrance-free", "30-day money-back guarantee"],
        Price = "$24.90",
        CallToAction = "Order yours today",
        Images = ["/a/1.jpg"],
        People = [new(null, "Anna, 32, freckles, short auburn hair, white linen shirt")],
    };

    public static readonly Product Plain = new() { Name = "Bút Zebra", Images = ["/a/1.jpg"] };

    public static async Task<Script> Film(
        Product product, string language, double seconds = 32, long seed = 0, int variant = 0, ClipLengths? clips = null, string? platform = null, string? template = null) =>
        await new BuiltInWriter(ProductData.Shelf).WriteAsync(
            new(
                new Brief
                {
                    Workflow = Workflow.SalesVideo,
                    Product = product,
                    Language = language,
                    Duration = seconds,
                    Seed = seed,
                    Platform = platform,
                    Template = template,
                },
                clips ?? ClipLengths.Any,
                variant),
            null,
            TestContext.Current.CancellationToken);

    /// <summary>Everything that somebody reads or hears.</summary>
    public static IEnumerable<string> Texts(Script script) =>
    [
        script.Title, script.HookSummary, script.EmotionalArc,
        .. script.Characters.SelectMany(one => (string[])[one.Name, one.Role, one.VisualIdentity]),
        .. script.Scenes.SelectMany(scene => (string?[])[scene.Prompt, scene.Location, scene.CameraShot, scene.VisualNotes, scene.Narration]).OfType<string>(),
        .. script.Social.SelectMany(post => (string?[])[post.Title, post.Caption, post.ThumbnailText, .. post.Hashtags]).OfType<string>(),
    ];
}
