using Rushes.Engine.Writing.Phrases;
using Rushes.Providers.Animatic.Art;
using Rushes.Tests.Cutting;
using Rushes.Tests.Library;

namespace Rushes.Tests.Animatic.Art;

public sealed class PlaceWordsTests
{
    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Every_place_that_the_builtin_writer_names_has_scenery_of_its_own(string language)
    {
        var words = new ArtLibrary(new RepositoryData()).PlaceWords(language);
        var named = new PhraseBook(ProductData.Shelf, language).Places.SelectMany(place => place.Called);
        Assert.All(named, name => Assert.True(words.TryFind(name, out _), name));
    }

    [Theory]
    [InlineData("vi", "quán nhỏ nghi ngút khói", "cafe")]
    [InlineData("en", "the corner café", "cafe")]
    [InlineData("vi", "quầy hàng", "market")]
    public void A_place_is_drawn_as_what_it_is(string language, string named, string scenery)
    {
        Assert.True(new ArtLibrary(new RepositoryData()).PlaceWords(language).TryFind(named, out var found));
        Assert.Equal(scenery, found);
    }
}
