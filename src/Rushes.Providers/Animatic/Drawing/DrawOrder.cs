using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>One sheet to rasterise and what to cut from it.</summary>
/// <param name="Svg">The whole document; its width and height are those of the sheet.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Cuts">The layers to make of it.</param>
internal sealed record DrawOrder(string Svg, int Width, int Height, Look Look, IReadOnlyList<SheetCut> Cuts)
{
    /// <summary>Changes with everything that changes the pixels.</summary>
    private const string Edition = "1";

    /// <summary>Names the result by its content.</summary>
    public string Digest()
    {
        var words = FormattableString.Invariant($"{Edition}|{Width}x{Height}|{JsonSerializer.Serialize(Look)}|{JsonSerializer.Serialize(Cuts)}|{Svg}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
    }
}
