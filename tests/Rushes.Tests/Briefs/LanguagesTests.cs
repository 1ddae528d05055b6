using System.Text;
using Rushes.Film.Briefs;

namespace Rushes.Tests.Briefs;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("Một chú mèo con lạc mẹ tìm đường về nhà trong đêm mưa", "vi")]
    [InlineData("Cách pha cà phê phin ngon", "vi")]
    [InlineData("mot chu meo con tim duong ve nha", "vi")]
    [InlineData("A lighthouse keeper finds a message in a bottle", "en")]
    [InlineData("Café owner finds the recipe of his father", "en")]
    [InlineData("Robot", "en")]
    [InlineData("猫が雨の夜に家を探す", "ja")]
    [InlineData("一只小猫在雨夜寻找回家的路", "zh")]
    [InlineData("비 오는 밤 길을 잃은 고양이", "ko")]
    [InlineData("Котёнок ищет дорогу домой", "ru")]
    [InlineData("ลูกแมวหลงทางกลางสายฝน", "th")]
    [InlineData("Un petit chat cherche le chemin de la maison", "fr")]
    [InlineData("Eine kleine Katze sucht den Weg nach Hause", "de")]
    [InlineData("Un gatito busca el camino a casa por la noche", "es")]
    [InlineData("Seekor anak kucing mencari jalan pulang", "id")]
    public void The_language_of_an_idea_is_found(string idea, string language)
    {
        Assert.Equal(language, Languages.Of(idea));
        Assert.Equal(language, Languages.Of(idea.Normalize(NormalizationForm.FormD)));
    }
}
