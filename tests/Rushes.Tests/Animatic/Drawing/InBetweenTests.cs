using System.Xml.Linq;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Tests.Animatic.Drawing;

public sealed class InBetweenTests
{
    [Fact]
    public void Every_number_goes_part_of_the_way_and_everything_else_stays()
    {
        var from = XElement.Parse("""<g id="leg-2" fill="#102030" transform="rotate(-16)"><path d="M0 10c-4.5.5 1 2L20-30"/><title>one</title></g>""");
        var to = XElement.Parse("""<g id="leg-2" fill="#102030" transform="rotate(38)"><path d="M8 10c4.5.5 1 2L20-70"/><title>two</title></g>""");
        Assert.True(InBetween.TryMove(from, to, 0.25));
        Assert.Equal("""<g id="leg-2" fill="#102030" transform="rotate(-2.5)"><path d="M2 10c-2.25 0.5 1 2L20 -40" /><title>one</title></g>""", from.ToString(SaveOptions.DisableFormatting));
    }

    [Theory]
    [InlineData("<g><path d='M0 0h1'/><path d='M0 0h1'/></g>")]
    [InlineData("<g/>")]
    [InlineData("<g><rect width='1'/></g>")]
    [InlineData("<g><path d='M0 0v1'/></g>")]
    [InlineData("<g><path d='M0 0h1' fill='red'/></g>")]
    [InlineData("<g><path e='M0 0h1'/></g>")]
    public void Drawings_of_other_parts_have_nothing_between_them(string other) =>
        Assert.False(InBetween.TryMove(XElement.Parse("<g><path d='M0 0h1'/></g>"), XElement.Parse(other), 0.5));
}
