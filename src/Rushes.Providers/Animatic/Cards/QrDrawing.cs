using System.Globalization;
using System.Text;
using QRCoder;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>A link as a QR code (ISO/IEC 18004), drawn as one path.</summary>
internal sealed class QrDrawing
{
    /// <summary>Modules around the code that must be light.</summary>
    public const int Quiet = 4;

    /// <summary>Characters beyond which a code on a card could not be read from a screen.</summary>
    private const int Longest = 300;

    private readonly IReadOnlyList<System.Collections.BitArray> _modules;

    private QrDrawing(IReadOnlyList<System.Collections.BitArray> modules) => _modules = modules;

    /// <summary>Modules on a side, the quiet zone included.</summary>
    public int Side => _modules.Count;

    /// <summary>Whether a module is dark.</summary>
    public bool this[int column, int row] => _modules[row][column];

    /// <returns>Null when there is no link, or one that is too long to be read from a screen.</returns>
    public static QrDrawing? Of(string? link)
    {
        if (link?.Trim() is not { Length: > 0 and <= Longest } text)
            return null;
        using var maker = new QRCodeGenerator();
        using var code = maker.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        return new QrDrawing([.. code.ModuleMatrix]);
    }

    /// <summary>A drawing whose units are modules.</summary>
    /// <param name="corner">Radius of the sheet's corners in modules; stays within the quiet zone.</param>
    public SvgDrawing Draw(Colour dark, Colour light, double corner) => SvgDrawing.Of(
        new StageBox(0, 0, Side, Side),
        SvgDrawing.Element("rect", ("width", Side), ("height", Side), ("rx", corner), ("fill", light)),
        SvgDrawing.Element("path", ("d", Path()), ("fill", dark), ("shape-rendering", "crispEdges")));

    /// <summary>Every run of dark modules in a row as a rectangle.</summary>
    private string Path()
    {
        var path = new StringBuilder();
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column++)
            {
                var start = column;
                while (column < Side && this[column, row])
                    column++;
                if (column > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {row}h{column - start}v1h-{column - start}z");
            }
        }

        return path.ToString();
    }
}
