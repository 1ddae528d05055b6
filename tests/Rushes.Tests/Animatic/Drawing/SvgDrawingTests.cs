using System.Xml.Linq;
using Rushes.Film;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Tests.Animatic.Drawing;

public sealed class SvgDrawingTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.svg");

    [Fact]
    public void Views_show_a_region_mirrored_in_other_colours_with_other_parts()
    {
        var drawing = Load("""
            <?xml version="1.0"?>
            <!-- <svg> in a comment -->
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:x="urn:x" viewBox="0 0 600 1000" aria-label="a > b">
              <style>.top{fill:#123456}</style>
              <g id="mouth-open" display="none"><path d="M0 0h1"/></g>
              <rect id="face-box" x="210" y="100" width="120" height="80" fill="none"/>
              <circle id="hand" cx="400" cy="500" r="10" fill="none"/>
            </svg>
            """);
        Assert.Equal(new StageBox(0, 0, 600, 1000), drawing.ViewBox);
        Assert.Equal(new StageBox(210, 100, 120, 80), drawing.Mark("face-box"));
        Assert.Equal(new StageBox(390, 490, 20, 20), drawing.Mark("hand"));
        Assert.Null(drawing.Mark("tail"));

        var view = new SvgView
        {
            Classes = new Dictionary<string, string> { ["top"] = "#c00", ["x}*{y"] = "#fff", ["bottom"] = "url(evil)" },
            Shown = new Dictionary<string, bool> { ["mouth-open"] = true },
            MirrorAt = 300,
        };
        var svg = drawing.View(view, new StageBox(1, 2, 3, 4), new PixelBox(5, 6, 7, 8), copy: 2);
        var root = XElement.Parse(svg);
        Assert.Equal("1 2 3 4", (string?)root.Attribute("viewBox"));
        Assert.Equal("translate(600 0) scale(-1 1)", (string?)root.Elements().Single().Attribute("transform"));
        Assert.Contains(".top{fill:#cc0000}", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("}*{", svg, StringComparison.Ordinal);
        Assert.Contains("id=\"mouth-open-2\"", svg, StringComparison.Ordinal);
        Assert.Contains("#mouth-open-2{display:inline}", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><g></svg>")]
    [InlineData("<html/>")]
    [InlineData("no markup")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    public void A_broken_file_is_named(string text)
    {
        var mistake = Assert.Throws<MistakeException>(() => Load(text)).Mistake;
        Assert.Equal("data.broken", mistake.Code);
        Assert.Equal(_file, mistake.Field);
    }

    [Fact]
    public void An_empty_drawing_is_no_mistake() =>
        Assert.Equal(10, Load("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 20\"/>").ViewBox.Width);

    public void Dispose() => File.Delete(_file);

    private SvgDrawing Load(string text)
    {
        File.WriteAllText(_file, text);
        return SvgDrawing.Load(_file);
    }
}
