using Rushes.Film;
using Rushes.Film.Products;

namespace Rushes.Tests.Products;

public sealed class ProductFileTests
{
    private const string File = "/home/lan/product.json";

    [Fact]
    public void Paths_are_relative_to_the_file()
    {
        var page = ProductFile.Read("""{"name":"Nến","images":["a.jpg","sub/b.png"],"people":[{"image":"c.jpg","description":"chủ quán"}]}""", File);
        Assert.Equal(["/home/lan/a.jpg", "/home/lan/sub/b.png"], page.Product.Images);
        Assert.Equal("/home/lan/c.jpg", Assert.Single(page.Product.People).Image);
    }

    [Fact]
    public void Every_field_but_name_and_images_may_be_missing()
    {
        var product = ProductFile.Read("""{"name":"Nến","images":["a.jpg"]}""", File).Product;
        Assert.Null(product.Price);
        Assert.Null(product.Link);
        Assert.Empty(product.SellingPoints);
    }

    [Fact]
    public void A_price_may_be_a_bare_number() => Assert.Equal("249000", ProductFile.Read("""{"name":"n","images":["a"],"price":249000}""", File).Product.Price);

    [Theory]
    [InlineData("""{"images":["a.jpg"]}""", "product.no-name")]
    [InlineData("""{"name":"n","images":[]}""", "product.no-images")]
    [InlineData("""{"name":"n","images":"a.jpg"}""", "product.field")]
    [InlineData("""{"name":{},"images":["a.jpg"]}""", "product.field")]
    [InlineData("""{"name":"n","images":["a.jpg"],"link":"javascript:alert(1)"}""", "product.link")]
    [InlineData("""{"name":"n","images":["a.jpg"],"people":["x"]}""", "product.field")]
    [InlineData("""["n"]""", "product.not-object")]
    [InlineData("""{"name":""", "product.broken")]
    public void What_is_wrong_is_named(string json, string code) =>
        Assert.Equal(code, Assert.Throws<MistakeException>(() => ProductFile.Read(json, File)).Mistake.Code);
}
