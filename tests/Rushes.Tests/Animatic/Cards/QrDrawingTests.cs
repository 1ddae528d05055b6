using System.Globalization;
using System.Text.RegularExpressions;
using QRCoder;
using Rushes.Providers.Animatic.Cards;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Tests.Animatic.Cards;

public sealed partial class QrDrawingTests
{
    private const string Link = "https://shop.example.vn/serum-vitamin-c?ref=phim";

    [Fact]
    public void The_path_draws_exactly_the_dark_modules()
    {
        var code = QrDrawing.Of(Link)!;
        var svg = code.Draw(Colour.Black, Colour.White, corner: 2).View(SvgView.AsDrawn, new StageBox(0, 0, code.Side, code.Side), new PixelBox(0, 0, 100, 100));
        var drawn = new bool[code.Side, code.Side];
        foreach (Match run in Run().Matches(svg))
        {
            var (x, y, length) = (Number(run, "x"), Number(run, "y"), Number(run, "length"));
            for (var column = x; column < x + length; column++)
            {
                Assert.False(drawn[column, y]);
                drawn[column, y] = true;
            }
        }

        using var maker = new QRCodeGenerator();
        using var expected = maker.CreateQrCode(Link, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        Assert.Equal(expected.ModuleMatrix.Count, code.Side);
        for (var row = 0; row < code.Side; row++)
        {
            for (var column = 0; column < code.Side; column++)
                Assert.Equal(expected.ModuleMatrix[row][column], drawn[column, row]);
        }
    }

    [Fact]
    public void Four_modules_around_the_code_are_light()
    {
        var code = QrDrawing.Of(Link)!;
        for (var row = 0; row < code.Side; row++)
        {
            for (var column = 0; column < code.Side; column++)
            {
                if (Math.Min(Math.Min(row, column), code.Side - 1 - Math.Max(row, column)) < QrDrawing.Quiet)
                    Assert.False(code[column, row]);
            }
        }

        Assert.True(code[QrDrawing.Quiet, QrDrawing.Quiet]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public void Without_a_link_there_is_no_code(string? link) => Assert.Null(QrDrawing.Of(link));

    [Fact]
    public void A_link_that_nobody_could_read_from_a_screen_is_left_out() => Assert.Null(QrDrawing.Of("https://shop.vn/" + new string('a', 400)));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1h-\d+z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Run();
}
